import { join } from 'node:path';
import { projectNode, root } from '../run-child.mjs';
import { inTurn, runCommand } from './run-command.ts';
import type { Step } from './step.ts';

const tsc = join(root, 'node_modules/typescript-native/bin/tsc');

/** Checks that run no code of the project. */
export const staticSteps: Step[] = [
  {
    name: 'types',
    does: 'checks the types of the portal, of the server and of the tests',
    run: () =>
      inTurn(
        () => runCommand(projectNode, ['scripts/generate-types.ts']),
        () => runCommand(projectNode, [tsc, '-p', 'tsconfig.node.json']),
        () => runCommand(projectNode, [tsc, '--noEmit']),
        () => runCommand(projectNode, [tsc, '-p', 'e2e']),
      ),
  },
  {
    name: 'lint',
    does: 'checks lint rules and formatting, and looks for unused exports and packages',
    run: () =>
      inTurn(
        () => runCommand('biome', ['check', '--error-on-warnings']),
        () => runCommand('knip', ['--no-config-hints']),
      ),
  },
  {
    name: 'documents',
    does: 'lints the OpenAPI documents of specs/',
    run: () => runCommand('npm', ['run', '--silent', 'lint:specs']),
  },
  {
    name: 'translations',
    does: 'looks for missing translations',
    run: () => runCommand(projectNode, ['scripts/check-translations.ts']),
  },
];
