import 'reflect-metadata';
import { loadConfig } from '#platform/config';
import { exitWithParent } from '#platform/embedded';
import { createApi } from './create-api.js';

exitWithParent();
const config = loadConfig();
const app = await createApi(config);
app.enableShutdownHooks();
await app.listen(config.port, config.host);
