import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, type UserConfig } from '@hey-api/openapi-ts';
import { loadApi } from '../server/openapi/load-api.ts';
import { isServedApart } from '../server/openapi/servers.ts';
import { root } from './run-child.mjs';
import { updateFolder } from './update-folder.ts';

const document = join(root, 'specs/platform/openapi.yaml');
const generated = join(root, 'src/generated');
const quiet = { level: 'silent', file: false } as const;

/**
 * Generates the platform API's client, which the portal's pages import, and the types of its handlers. Others may generate or
 * read the same files meanwhile: `npm test` checks the types while it builds the portal.
 */
export async function generateTypes(): Promise<void> {
  mkdirSync(generated, { recursive: true });
  const fresh = mkdtempSync(join(generated, '.new-'));
  const [client, handlerTypes] = [join(fresh, 'client'), join(fresh, 'handlers')];
  try {
    await generate(client, ['@hey-api/client-fetch', '@tanstack/react-query']);
    await generate(handlerTypes, ['@hey-api/typescript']);
    writeFileSync(join(handlerTypes, 'operations.ts'), await writeOperations());
    updateFolder(join(generated, 'platform'), client);
    updateFolder(join(root, 'server/platform/generated'), handlerTypes);
  } finally {
    rmSync(fresh, { recursive: true });
  }
}

function generate(path: string, plugins: UserConfig['plugins']) {
  return createClient({ input: document, output: { path, module: { extension: '.ts' } }, plugins, logs: quiet });
}

/** The request types of all operations by operationId. */
async function writeOperations(): Promise<string> {
  const api = await loadApi(join(root, 'specs/platform'));
  const own = api.operations.filter((operation) => !isServedApart(api, operation));
  const types = own.map(({ id }) => `  ${id}: Asked<types.${id.charAt(0).toUpperCase()}${id.slice(1)}Data>;`);
  return `import type * as types from './types.gen.ts';

type Part<Data, Name extends string> = Data extends { [name in Name]?: infer Value }
  ? [Value] extends [undefined]
    ? Record<never, never>
    : NonNullable<Value>
  : never;

interface Asked<Data> {
  path: Part<Data, 'path'>;
  query: Part<Data, 'query'>;
  body: Data extends { body?: infer Body } ? Body : undefined;
}

export interface Operations {
${types.join('\n')}
}
`;
}

if (import.meta.main) await generateTypes();
