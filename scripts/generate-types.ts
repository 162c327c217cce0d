import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { loadApi } from '../server/openapi/load-api.ts';
import { isServedApart } from '../server/openapi/servers.ts';
import { root } from './run-child.mjs';

const document = join(root, 'specs/platform/openapi.yaml');
const handlerTypes = join(root, 'server/platform/generated');
const quiet = { level: 'silent', file: false } as const;

/** Generates the platform API's client, which the portal's pages import, and the types of its handlers. */
export async function generateTypes(): Promise<void> {
  await createClient({
    input: document,
    output: { path: join(root, 'src/generated/platform'), module: { extension: '.ts' } },
    plugins: ['@hey-api/client-fetch', '@tanstack/react-query'],
    logs: quiet,
  });
  await createClient({
    input: document,
    output: { path: handlerTypes, module: { extension: '.ts' } },
    plugins: ['@hey-api/typescript'],
    logs: quiet,
  });
  await writeOperations();
}

/** Generates the request types of all operations by operationId. */
async function writeOperations(): Promise<void> {
  const api = await loadApi(join(root, 'specs/platform'));
  const own = api.operations.filter((operation) => !isServedApart(api, operation));
  const types = own.map(({ id }) => `  ${id}: Asked<types.${id.charAt(0).toUpperCase()}${id.slice(1)}Data>;`);
  const text = `import type * as types from './types.gen.ts';

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
  mkdirSync(handlerTypes, { recursive: true });
  writeFileSync(join(handlerTypes, 'operations.ts'), text);
}

if (import.meta.main) await generateTypes();
