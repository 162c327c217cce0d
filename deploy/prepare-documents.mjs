// Writes parsed copies of a portal's documents for the packaged server, so that it starts quickly: what the build has written is for
// the project's own. Run in the portal's folder, with its settings.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const load = (path) => import(pathToFileURL(resolve('node_modules/cais/server', path)).href);
const { findSpecs } = await load('openapi/find-specs.js');
const { loadApi } = await load('openapi/load-api.js');
const { storePrepared } = await load('openapi/prepared-documents.js');
const { portalFolders } = await load('settings/portal-folders.mjs');

const { specsPath, caisDir } = portalFolders(process.env);
for (const { slug, folder } of findSpecs(specsPath)) {
  try {
    storePrepared(join(caisDir, 'documents'), await loadApi(folder));
  } catch (error) {
    // The server leaves it out, too, and says why.
    process.stderr.write(`${slug}: ${error.message}\n`);
  }
}
