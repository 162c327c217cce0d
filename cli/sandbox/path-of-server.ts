import type { ApiDocument } from '../../server/openapi/load-api.ts';
import { placeOfApi } from '../../server/openapi/place-of-api.ts';

/** The path of the first server of a document, `/v1` of `https://api.example.com/v1`: programs that change only the host go on working. */
export function pathOfServer(api: ApiDocument): string {
  const [server] = api.document.servers ?? [];
  const written = server?.url.replaceAll(/\{([^}]*)\}/g, (_, name: string) => server.variables?.[name]?.default ?? '');
  const url = written !== undefined && URL.parse(written, 'http://localhost');
  const path = url ? url.pathname.replace(/\/+$/, '') : '';
  const isTaken = /^\/(sandbox|platform)(\/|$)/.test(path) && !path.startsWith(`${placeOfApi(api)}/`);
  return isTaken ? '' : path;
}
