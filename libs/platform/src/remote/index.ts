export { AnswerFile, type FetchedFile } from './answer-file.js';
export { RemoteClient, type Answer, type RemoteRequest, type RemoteSink } from './remote-client.js';
export { RemoteFault, type RemoteFaultCode } from './remote-fault.js';
export { REMOTE_DEFAULTS, type RemoteSettings } from './remote-settings.js';
