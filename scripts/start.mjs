// `npm start` in a fresh clone: requires only Node 20, so it imports no packages and no TypeScript.
import { ensurePackages } from './ensure-packages.mjs';
import { ensureSite } from './ensure-site.mjs';
import { compileCache, projectNode, runChild } from './run-child.mjs';

if (process.argv.includes('--strict')) process.env.STRICT = 'on';
await ensurePackages();
await ensureSite();
// The server prints its address, or why it cannot start.
const { code, interrupted } = await runChild(
  projectNode,
  ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', 'server/main.ts'],
  { env: compileCache },
);
process.exitCode = code ?? (interrupted ? 0 : 1);
