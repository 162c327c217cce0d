// `npm start` on a bare clone: needs nothing but Node 20, so it imports no package and no TypeScript.
import { ensurePackages } from './ensure-packages.mjs';
import { ensureSite } from './ensure-site.mjs';
import { compileCache, projectNode, runChild } from './run-child.mjs';

await ensurePackages();
await ensureSite();
// The server says where it listens, and why if it cannot.
const { code, interrupted } = await runChild(projectNode, ['server/main.ts'], { env: compileCache });
process.exitCode = code ?? (interrupted ? 0 : 1);
