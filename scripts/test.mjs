// `npm test` on a bare clone: installs what is missing, then goes on on the project's Node.
// `npm test -- server lint` runs only the steps named.
import { ensurePackages } from './ensure-packages.mjs';
import { projectNode, runChild } from './run-child.mjs';

await ensurePackages();
const { code } = await runChild(projectNode, ['scripts/tests/run.ts', ...process.argv.slice(2)]);
process.exitCode = code ?? 1;
