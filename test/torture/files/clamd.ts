import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What every scanner finds and nothing else does; in two halves, so that no scanner finds it here. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** How it behaves: as clamd does, or as nobody should trust. */
export type Manner =
  'sound' | 'silent' | 'dripping' | 'cut' | 'cutAtOnce' | 'garbage' | 'endless' | 'hasty' | 'full' | 'almost';

/** Speaks clamd's protocol on a port of its own: INSTREAM, `stream: OK`, `stream: … FOUND`. Nothing else of clamd is there. */
export class Clamd {
  manner: Manner = 'sound';
  /** Bytes of every file that was sent to its end. */
  readonly received: number[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(private server: Server) {}

  static async start(): Promise<Clamd> {
    const clamd = new Clamd(createServer());
    await clamd.listen(0);
    return clamd;
  }

  get address(): { host: string; port: number } {
    return { host: '127.0.0.1', port: this.port };
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    const closed = once(this.server, 'close');
    this.server.close();
    await closed;
  }

  /** At the same address. */
  async startAgain(): Promise<void> {
    const { port } = this;
    this.server = createServer();
    await this.listen(port);
  }

  private port = 0;

  private async listen(port: number): Promise<void> {
    this.server.on('connection', (socket) => this.take(socket));
    this.server.listen(port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  private take(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
    if (this.manner === 'cutAtOnce') return void socket.destroy();
    if (this.manner === 'hasty') socket.write('stream: OK\0');
    if (this.manner === 'full') socket.end('INSTREAM size limit exceeded. ERROR\0');
    const held: Buffer[] = [];
    socket.on('data', (piece: Buffer) => {
      held.push(piece);
      // The end is four zero bytes; until the last ones are, it cannot have come.
      if (!piece.subarray(-1).equals(Buffer.alloc(1)) || this.manner === 'hasty') return;
      const content = contentOf(Buffer.concat(held));
      if (content === undefined) return;
      this.received.push(content.length);
      this.answer(socket, content);
    });
  }

  private answer(socket: Socket, content: Buffer): void {
    const verdict = content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
    if (this.manner === 'silent') return;
    if (this.manner === 'cut') return void socket.end(verdict.slice(0, -1));
    if (this.manner === 'garbage') return void socket.end('HTTP/1.1 200 OK\r\n\r\nOK\0');
    if (this.manner === 'almost') return void socket.end('stream: OK \0');
    if (this.manner === 'endless') return void socket.end('stream: OK'.repeat(1_000));
    if (this.manner === 'dripping') {
      const drip = setInterval(() => socket.write('x'), 20);
      return void socket.on('close', () => clearInterval(drip));
    }
    socket.end(`${verdict}\0`);
  }
}

const COMMAND = 'zINSTREAM\0';

/** What was sent, once its end has come; refuses what is not the protocol. */
function contentOf(sent: Buffer): Buffer | undefined {
  if (sent.length < COMMAND.length) return undefined;
  if (sent.subarray(0, COMMAND.length).toString('latin1') !== COMMAND) throw new Error('Not INSTREAM');
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= sent.length;) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
