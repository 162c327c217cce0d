// `npm test` in a fresh clone: installs what is missing, then continues with the project's Node.
// `npm test -- server lint` runs only these steps.
import { ensurePackages } from './ensure-packages.mjs';
import { projectNode, runChild } from './run-child.mjs';

await ensurePackages();
const { code } = await runChild(projectNode, ['scripts/tests/run.ts', ...process.argv.slice(2)]);
process.exitCode = code ?? 1;
