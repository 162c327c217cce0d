import { join, resolve, sep } from 'node:path';
import { type ServedApis, type ServedFolders, serveApis } from '../create-context.ts';
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
  const { apis, faulty } = await loading;
  return { apis: new Map(apis), faulty };
}

async function load(folders: ServedFolders): Promise<ServedApis> {
  const loaded = await serveApis(folders);
  const isOwn = (folder: string) => folder.startsWith(resolve('.') + sep);
  for (const api of loaded.apis.values()) if (isOwn(api.folder)) storePrepared(folders.documentsDir, api);
  return loaded;
}
