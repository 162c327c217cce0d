// `npm start` in a fresh clone: requires only Node 20, so it imports no packages and no TypeScript.
import { ensurePackages } from './ensure-packages.mjs';
import { ensureSite } from './ensure-site.mjs';
import { getProgram, nodeOfPrograms } from './get-program.mjs';
import { compileCache, runChild } from './run-child.mjs';

if (process.argv.includes('--strict')) process.env.STRICT = 'on';
await ensurePackages();
await ensureSite();
// The server prints its address, or why it cannot start.
const { code, interrupted } = await runChild(
  nodeOfPrograms(),
  ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', getProgram('server/main')],
  { env: compileCache, cwd: process.cwd() },
);
process.exitCode = code ?? (interrupted ? 0 : 1);
