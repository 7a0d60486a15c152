import './small-heap.js';
import 'reflect-metadata';
import { loadConfig } from '#platform/config';
import { exitWithParent } from '#platform/embedded';

exitWithParent();
// Not before the heap is told to stay small: most of what it holds is what is loaded here.
const { createWorker } = await import('./create-worker.js');
const app = await createWorker(loadConfig());
app.enableShutdownHooks();
