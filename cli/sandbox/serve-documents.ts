import { basename, join } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import type { Context } from '../../server/context.ts';
import type { ServedApis } from '../../server/create-context.ts';
import { slugsOf } from '../../server/openapi/api-slugs.ts';
import { createFaultBook } from '../../server/openapi/isolation/fault-book.ts';
import { isolate } from '../../server/openapi/isolation/isolate.ts';
import { type ApiDocument, loadApi } from '../../server/openapi/load-api.ts';
import { pathsOfServers } from '../../server/openapi/paths-of-servers.ts';
import { placeOfApi } from '../../server/openapi/place-of-api.ts';
import { placeOfDocument } from '../../server/openapi/place-of-document.ts';
import { loadPrepared, storePrepared } from '../../server/openapi/prepared-documents.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { serveDocument } from '../../server/sandbox/serve-api.ts';
import { sandboxesOf } from './sandboxes-of.ts';

/** The APIs of documents, and which of them is at the root. */
type ServedDocuments = ServedApis & Pick<Context, 'root'>;

/** Serves documents beside the platform API. The only one is at the root, as people expect of a server for one API. */
export async function serveDocuments(documents: string[], seedFile?: string): Promise<ServedDocuments> {
  const apis = new Map([['platform', await servePlatform()]]);
  const faults = createFaultBook();
  const slugs = slugsOf(documents.map((document) => basename(placeOfDocument(document).folder)));
  for (const [index, document] of documents.entries()) {
    const slug = slugs[index] as string;
    const { folder } = placeOfDocument(document);
    const served = await isolate(faults, 'document', { slug, folder }, async () => {
      const api = named(await loadApi(document), slug);
      const basePath = documents.length === 1 ? pathAtRoot(api) : api.basePath;
      return serveDocument({ ...api, basePath }, faults, seedFile);
    });
    if (served) apis.set(slug, served);
  }
  const [only] = documents.length === 1 ? sandboxesOf({ apis }) : [];
  return {
    apis,
    faults,
    ...(only && { root: { api: only, path: only.basePath } }),
  };
}

/** The path of the first server of a document, unless the portal has it for itself. */
function pathAtRoot(api: ApiDocument): string {
  const [path = ''] = pathsOfServers(api);
  return /^\/(sandbox|platform)(\/|$)/.test(path) ? '' : path;
}

/** A document is that of a sandbox whatever its folder is called. */
function named(api: ApiDocument, slug: string): ApiDocument {
  if (api.slug === slug) return api;
  const place = { slug, isPlatform: false };
  return { ...api, ...place, basePath: placeOfApi(place) };
}

/** The platform API without its limits: tests reset their data as often as they like. It is parsed once for all starts. */
async function servePlatform(): Promise<ServedApi> {
  const cache = join(root, 'node_modules/.cache/cais/documents');
  const document = await loadPrepared(cache, join(root, 'specs/platform'));
  try {
    storePrepared(cache, document);
  } catch {
    // It may be installed where this user cannot write.
  }
  const platform = await serveDocument(document);
  platform.profile = { ...platform.profile, limits: undefined };
  return platform;
}
