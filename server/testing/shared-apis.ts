import { join, resolve, sep } from 'node:path';
import { type ServedApis, type ServedFolders, serveApis } from '../create-context.ts';
import { createFaultBook } from '../openapi/isolation/fault-book.ts';
import type { ApiDocument } from '../openapi/load-api.ts';
import { storePrepared } from '../openapi/prepared-documents.ts';
import type { Portal } from '../settings/portal/read-portal.ts';
import { testFolder } from './test-specs.ts';

/** The build folder of test portals: without a built site, but with parsed documents. */
export const testCaisDir = join(testFolder, 'server');

const served = new Map<string, Promise<ServedApis>>();

/**
 * Loads the APIs of a SPECS_PATH, as a portal has them, once for all portals of a process; the project's own documents are parsed once for all
 * processes.
 */
export async function shareApis(folders: ServedFolders, portal?: Portal): Promise<ServedApis> {
  const key = JSON.stringify([folders.specsPath, portal?.features, portal?.console]);
  const loading = served.get(key) ?? load(folders, portal);
  served.set(key, loading);
  const { apis, faults } = await loading;
  const own = createFaultBook();
  for (const fault of faults.list()) own.note(fault.api, fault.stage, [fault]);
  return { apis: new Map(apis), faults: own };
}

async function load(folders: ServedFolders, portal?: Portal): Promise<ServedApis> {
  const loaded = await serveApis(folders, portal);
  // What a portal has left out of its own API must not be taken for its document.
  const isWhole = ({ isPlatform }: ApiDocument) => !isPlatform || !portal?.features;
  const isOwn = (folder: string) => folder.startsWith(resolve('.') + sep);
  for (const api of loaded.apis.values())
    if (isOwn(api.folder) && isWhole(api)) storePrepared(folders.documentsDir, api);
  return loaded;
}
