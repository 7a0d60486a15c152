/** `node tools/run.mjs <name> [arguments]`: runs tools/<name>.ts, after installing and building what is missing. */
import { checkNode, ensureBuilt, ensureInstalled, fail, runTool } from './bootstrap.mjs';

const [name, ...args] = process.argv.slice(2);
if (!name) fail('Usage: node tools/run.mjs <name of a tool> [arguments]');
checkNode();
await ensureInstalled();
await ensureBuilt().catch((error) => fail(error.message));
await runTool(name, args);
