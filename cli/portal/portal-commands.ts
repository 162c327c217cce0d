import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runChild } from '../../scripts/run-child.mjs';
import { locales } from '../../server/settings/languages.ts';
import { type Command, defineCommand } from '../command.ts';

const port = { type: 'string', short: 'p', value: 'number', help: 'Port to listen on (PORT, else 3000)' } as const;

/** `cais start`: the portal, built where something has changed, and its server. */
export const start = defineCommand({
  name: 'start',
  summary: 'Builds the portal where something has changed, and serves it',
  usage: '[options]',
  options: { port },
  more: 'Settings are variables of the environment; the README lists them.',
  run: ({ values }) => runScript('start.mjs', [], values.port),
});

/** `cais build`: the portal, from scratch. */
export const build: Command = defineCommand({
  name: 'build',
  summary: 'Builds the portal from scratch',
  usage: '',
  options: {},
  run: () => runScript('ensure-site.mjs', [], undefined),
});

/** `cais dev`: the portal with live reload. */
export const dev = defineCommand({
  name: 'dev',
  summary: 'Serves the portal for work, and reloads what changes',
  usage: '[options]',
  options: {
    port,
    language: { type: 'string', value: 'code', help: `One language at a time: ${locales.join(', ')}` },
  },
  run: ({ values }) => runScript('dev.ts', values.language ? [values.language] : [], values.port),
});

async function runScript(name: string, args: string[], port: string | undefined): Promise<number> {
  const script = join(root, 'scripts', name);
  if (!existsSync(script))
    throw new Error('This package has no pages: it serves sandboxes. A portal is built in a clone of the project.');
  const { code, interrupted } = await runChild(process.execPath, [script, ...args], {
    env: port === undefined ? {} : { PORT: port },
  });
  return code ?? (interrupted ? 0 : 1);
}
