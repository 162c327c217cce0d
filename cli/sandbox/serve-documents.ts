import { basename, join, relative } from 'node:path';
import { root } from '../../scripts/run-child.mjs';
import type { Context } from '../../server/context.ts';
import type { ServedApis } from '../../server/create-context.ts';
import { DocumentFaults, type Fault } from '../../server/openapi/faults.ts';
import { type ApiDocument, loadApi } from '../../server/openapi/load-api.ts';
import { placeOfApi } from '../../server/openapi/place-of-api.ts';
import { placeOfDocument } from '../../server/openapi/place-of-document.ts';
import { loadPrepared, storePrepared } from '../../server/openapi/prepared-documents.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { serveDocument } from '../../server/sandbox/serve-api.ts';
import { pathOfServer } from './path-of-server.ts';
import { sandboxesOf } from './sandboxes-of.ts';
import { slugsOf } from './slugs.ts';

/** The APIs of documents, and which of them is at the root. */
type ServedDocuments = ServedApis & Pick<Context, 'roots'>;

/** Serves documents beside the platform API. The only one is at the root, as people expect of a server for one API. */
export async function serveDocuments(documents: string[], seedFile?: string): Promise<ServedDocuments> {
  const apis = new Map([['platform', await servePlatform()]]);
  const faulty = new Map<string, Fault[]>();
  const slugs = slugsOf(documents.map((document) => basename(placeOfDocument(document).folder)));
  for (const [index, document] of documents.entries()) {
    const slug = slugs[index] as string;
    try {
      const api = named(await loadApi(document), slug);
      const basePath = documents.length === 1 ? pathOfServer(api) : api.basePath;
      apis.set(slug, await serveDocument({ ...api, basePath }, seedFile));
    } catch (error) {
      faulty.set(slug, error instanceof DocumentFaults ? error.faults : [faultOf(document, error as Error)]);
    }
  }
  const [only] = documents.length === 1 ? sandboxesOf({ apis }) : [];
  return {
    apis,
    faulty,
    ...(only && { roots: { everywhere: { api: only, path: only.basePath }, byPort: new Map() } }),
  };
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

/** What is wrong with the profile or the seed beside a document. */
function faultOf(document: string, { message }: Error): Fault {
  return {
    file: relative(process.cwd(), document),
    line: 1,
    message: { en: message, pt: message },
    remedy: {
      en: 'Correct the profile or the seed data beside the document.',
      pt: 'Corrija o perfil ou os dados iniciais que estão ao lado do documento.',
    },
  };
}
