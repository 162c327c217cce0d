import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import { type ApiDocument, loadApi } from '../openapi/load-api.ts';

/** The document as its author wrote it, with this sandbox as its first server. */
export async function openapiYaml(api: ApiDocument, publicUrl: string): Promise<string> {
  const source = parseDocument(await readFile(join(api.folder, 'openapi.yaml'), 'utf8'));
  const others = (api.document.servers ?? []).filter(({ url }) => !url.startsWith('/'));
  source.set('servers', source.createNode([{ url: publicUrl + api.basePath, description: 'Sandbox' }, ...others]));
  return source.toString({ lineWidth: 0 });
}

/** The same in English, for APIs that have an overlay; undefined for the others. */
export async function findEnglishOpenapiYaml(api: ApiDocument, publicUrl: string): Promise<string | undefined> {
  if (!existsSync(join(api.folder, 'overlay.en.yaml'))) return undefined;
  const { document } = await loadApi(api.folder, 'en');
  const others = (document.servers ?? []).filter(({ url }) => !url.startsWith('/'));
  return stringify(
    { ...document, servers: [{ url: publicUrl + api.basePath, description: 'Sandbox' }, ...others] },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}
