import type { Context } from '../../server/context.ts';
import { createContext } from '../../server/create-context.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { tellFaults } from '../../server/openapi/isolation/tell-faults.ts';
import { locales } from '../../server/settings/languages.ts';
import { databaseFault, folderFault } from '../../server/start-faults.ts';
import { startServer } from '../../server/start-server.ts';
import { systemLanguage } from '../system-language.ts';
import { portsOf } from './api-ports.ts';
import { findDocuments } from './find-documents.ts';
import { openKey } from './open-key.ts';
import { runBeside } from './run-beside.ts';
import { type Asked, sandboxConfig } from './sandbox-config.ts';
import { sandboxesOf } from './sandboxes-of.ts';
import { serveDocuments } from './serve-documents.ts';
import { readyAsJson, readyAsText } from './tell-ready.ts';

interface SandboxCall {
  values: Asked & { seed?: string; json?: boolean; strict?: boolean; 'port-per-api'?: boolean };
  positionals: string[];
  rest: string[];
}

/** A sandbox is no portal: the settings of one that lies in the current folder are not its own. */
const portal = { name: 'Cais', languages: locales };

/** Starts a sandbox, which then ends by itself; returns an exit code where it does not start. */
export async function startSandbox({ values, positionals, rest }: SandboxCall): Promise<number | undefined> {
  const { config, held } = await sandboxConfig(values, process.env);
  const documents = findDocuments(positionals.length > 0 ? positionals : ['.']);
  if (values.seed !== undefined && documents.length > 1)
    throw new Error(`--seed is for one document, and there are ${documents.length}: ${documents.join(', ')}`);
  const { root, ...served } = await serveDocuments(documents, values.seed);
  tellFaults(served.faults.list(), values.strict || config.isStrict, (line) => console.error(line));
  if (sandboxesOf(served).length === 0) return 1;
  const byPort = values['port-per-api']
    ? await portsOf(sandboxesOf(served), config, held.length > 0 ? held : undefined)
    : new Map();

  const db = await openDatabase(config.databaseUrl).catch(databaseFault(config));
  const made = await createContext(config, { db, served, portal }).catch(folderFault(config));
  const context: Context = { ...made, apiAddresses: { ...made.apiAddresses, byPort }, ...(root && { root }) };
  const key = await openKey(context);
  const isOpen = values['no-auth'] ?? false;
  const end = await startServer(isOpen ? { ...context, localCredential: key.secret } : context, {
    language: systemLanguage(),
    leavesSignals: rest.length > 0,
    held,
  }).catch(portFault);
  const ready = { context, key, isOpen, data: values.data };
  if (values.json) console.log(readyAsJson(ready));
  else if (rest.length === 0) console.log(readyAsText(ready, performance.now() / 1000));
  if (rest.length > 0) end(await runBeside(rest, context, key));
  return undefined;
}

/** Tells which port to change on the command line, instead of in the settings. */
function portFault(error: NodeJS.ErrnoException & { cause?: unknown }): never {
  const { code, port } = (error.cause ?? error) as NodeJS.ErrnoException & { port?: number };
  if (code !== 'EADDRINUSE') throw error;
  throw new Error(`Port ${port} is in use. Choose another with --port; --port 0 takes any that is free.`);
}
