// JavaScript, because `npm start` asks before packages are installed, with a Node that may be older.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findUsualFile } from './usual-file.mjs';

/**
 * @typedef {object} PortalFolders
 * @property {string} portal the portal's folder
 * @property {string} specsPath its APIs: folders separated as in PATH
 * @property {string} dataDir its SQLite file and key peppers
 * @property {string} caisDir what is generated for it
 */

/**
 * The folders of the portal that the environment names: by default all are in that of `PORTAL`, and the project's own is one.
 * @param {Record<string, string | undefined>} env
 * @param {string} [root] what relative paths are relative to
 * @returns {PortalFolders}
 */
export function portalFolders(env, root = '.') {
  const portal = env.PORTAL || '.';
  const has = (/** @type {string} */ name) => existsSync(resolve(root, portal, name));
  if (!has('.')) throw new Error(`PORTAL must name the folder of a portal: there is no folder "${portal}".`);
  if (!env.SPECS_PATH && !has('specs') && !findUsualFile(resolve(root, portal)))
    throw new Error(
      `PORTAL must name a folder with a document, such as ${join(portal, 'specs/<api>/openapi.yaml')}: there is none.`,
    );
  return {
    portal,
    specsPath: env.SPECS_PATH || (has('specs') ? join(portal, 'specs') : portal),
    dataDir: env.DATA_DIR || join(portal, '.data'),
    caisDir: env.CAIS_DIR || join(portal, '.cais'),
  };
}
