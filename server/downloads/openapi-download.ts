import { readFile } from 'node:fs/promises';
import { parseDocument, stringify } from 'yaml';
import type { Server } from '../openapi/document-types.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import { placeOfDocument } from '../openapi/place-of-document.ts';
import { basePathOf, findOwnServer, isServedApart } from '../openapi/servers.ts';

/** The document as its author wrote it, with this sandbox as its first server. */
export async function openapiYaml(api: ApiDocument, publicUrl: string): Promise<string> {
  const text = await readFile(placeOfDocument(api.folder).file, 'utf8');
  const source = parseDocument(text, { uniqueKeys: false, intAsBigInt: true });
  // What stands in several files is one here, and Swagger 2.0 has no servers.
  if (api.files.length > 0 || source.has('swagger')) return translatedOpenapiYaml(api, publicUrl);
  source.set('servers', source.createNode(serversOf(api, publicUrl)));
  for (const [path, servers] of serversApart(api, publicUrl))
    source.setIn(['paths', path, 'servers'], source.createNode(servers));
  return source.toString({ lineWidth: 0 });
}

/** The same of a document that was read in another language. */
export function translatedOpenapiYaml(api: ApiDocument, publicUrl: string): string {
  const document = { ...api.document, servers: serversOf(api, publicUrl) };
  for (const [path, servers] of serversApart(api, publicUrl)) {
    const item = document.paths?.[path];
    if (item) item.servers = servers;
  }
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}

function serversOf(api: ApiDocument, publicUrl: string): object[] {
  const others = (api.document.servers ?? []).filter(({ url }) => !url.startsWith('/'));
  // A document of a portal that does not call its sandbox does not name it.
  if (api.servers && !api.servers.some(({ isOwn }) => isOwn)) return others;
  return [{ description: 'Sandbox', ...findOwnServer(api), url: publicUrl + api.basePath }, ...others];
}

/** The servers of the paths that this portal serves outside the API, by path. */
function serversApart(api: ApiDocument, publicUrl: string): [path: string, servers: Server[]][] {
  return api.operations
    .filter((operation) => isServedApart(api, operation))
    .map((operation) => {
      const [first] = operation.servers ?? [];
      return [operation.path, [{ ...first, url: publicUrl + basePathOf(api, operation) }]];
    });
}
