import { join } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { root } from './run-child.mjs';

/** Writes the typed client of the platform API, made from its document, which the portal's pages import. */
export async function generateClient(): Promise<void> {
  await createClient({
    input: join(root, 'specs/platform/openapi.yaml'),
    output: { path: join(root, 'src/generated/platform'), module: { extension: '.ts' } },
    plugins: ['@hey-api/client-fetch', '@tanstack/react-query'],
    logs: { level: 'silent', file: false },
  });
}

if (import.meta.main) await generateClient();
