import { join, resolve, sep } from 'node:path';
import { type ServedApis, type ServedFolders, serveApis } from '../create-context.ts';
import { createFaultBook } from '../openapi/isolation/fault-book.ts';
import { storePrepared } from '../openapi/prepared-documents.ts';
import { testFolder } from './test-specs.ts';

/** The build folder of test portals: without a built site, but with parsed documents. */
export const testCaisDir = join(testFolder, 'server');

const served = new Map<string, Promise<ServedApis>>();

/**
 * Loads the APIs of a SPECS_PATH once for all portals of a process; the project's own documents are parsed once for all
 * processes.
 */
export async function shareApis(folders: ServedFolders): Promise<ServedApis> {
  const loading = served.get(folders.specsPath) ?? load(folders);
  served.set(folders.specsPath, loading);
  const { apis, faults } = await loading;
  const own = createFaultBook();
  for (const fault of faults.list()) own.note(fault.api, fault.stage, [fault]);
  return { apis: new Map(apis), faults: own };
}

async function load(folders: ServedFolders): Promise<ServedApis> {
  const loaded = await serveApis(folders);
  const isOwn = (folder: string) => folder.startsWith(resolve('.') + sep);
  for (const api of loaded.apis.values()) if (isOwn(api.folder)) storePrepared(folders.documentsDir, api);
  return loaded;
}
