import 'reflect-metadata';
import { loadConfig } from '#platform/config';
import { exitWithParent } from '#platform/embedded';
import { createWorker } from './create-worker.js';

exitWithParent();
const app = await createWorker(loadConfig());
app.enableShutdownHooks();
