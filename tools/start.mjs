/** `npm start`: everything from a fresh clone to a running Medel. `--watch`: rebuild and restart on every change. */
import { checkNode, ensureBuilt, ensureInstalled, fail, loadTool } from './bootstrap.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt().catch((error) => fail(error.message));
const { serve } = await loadTool('serve');
await serve({ rebuild: process.argv.includes('--watch') ? () => ensureBuilt({ clean: false }) : undefined });
