import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root, runChild } from '../../scripts/run-child.mjs';
import { locales } from '../../server/settings/languages.ts';
import { readPortal } from '../../server/settings/portal/read-portal.ts';
import { portalFolders } from '../../server/settings/portal-folders.mjs';
import { findUsualFile } from '../../server/settings/usual-file.mjs';
import { type Command, defineCommand } from '../command.ts';

const more = `A portal is a folder, as cais new writes it: the named one, else this one, else that of Cais itself.
Settings are variables of the environment; the README lists them.`;

const port = { type: 'string', short: 'p', value: 'number', help: 'Port to listen on (PORT, else 3000)' } as const;

/** `cais start`: the portal, built where something has changed, and its server. */
export const start = defineCommand({
  name: 'start',
  summary: 'Builds the portal where something has changed, and serves it',
  usage: '[<portal>] [options]',
  most: 1,
  options: { port },
  more,
  run: ({ values, positionals }) => runScript('start.mjs', [], values.port, positionals[0]),
});

/** `cais build`: the portal, from scratch. */
export const build: Command = defineCommand({
  name: 'build',
  summary: 'Builds the portal from scratch',
  usage: '[<portal>]',
  most: 1,
  options: {},
  more,
  run: ({ positionals }) => runScript('ensure-site.mjs', [], undefined, positionals[0]),
});

/** `cais dev`: the portal with live reload. */
export const dev = defineCommand({
  name: 'dev',
  summary: 'Serves the portal for work, and reloads what changes',
  usage: '[<portal>] [options]',
  most: 1,
  more,
  options: {
    port,
    language: { type: 'string', value: 'code', help: `One language at a time: ${locales.join(', ')}` },
  },
  run: ({ values, positionals }) =>
    runScript('dev.ts', values.language ? [values.language] : [], values.port, positionals[0]),
});

/** The project's scripts run in its own folder, so the portal's is named in full: what was typed, or this one, if it is a portal. */
async function runScript(name: string, args: string[], port: string | undefined, portal?: string): Promise<number> {
  const script = join(root, 'scripts', name);
  if (!existsSync(script))
    throw new Error('This package has no pages: it serves sandboxes. A portal is built in a clone of the project.');
  const isHere = ['cais.config.ts', 'specs'].some((own) => existsSync(own)) || findUsualFile('.') !== undefined;
  const named = portal ?? process.env.PORTAL ?? (isHere ? '.' : undefined);
  const env = { ...(port !== undefined && { PORT: port }), ...(named !== undefined && { PORTAL: resolve(named) }) };
  // Faults of the folder or its settings are told before anything is begun.
  await readPortal(resolve(root, portalFolders({ ...process.env, ...env }, root).portal));
  const { code, interrupted } = await runChild(process.execPath, [script, ...args], { env });
  return code ?? (interrupted ? 0 : 1);
}
