// JavaScript, because `npm start` asks before packages are installed, with a Node that may be older.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The names that OpenAPI documents usually have, without their extension. */
export const usualNames = ['openapi', 'swagger', 'api'];

const extensions = ['.yaml', '.yml', '.json'];

/**
 * The document with a usual name, such as `openapi.yaml` or `swagger.json`, in a folder.
 * @param {string} folder
 * @returns {string | undefined}
 */
export function findUsualFile(folder) {
  return usualNames
    .flatMap((name) => extensions.map((extension) => join(folder, name + extension)))
    .find((file) => existsSync(file));
}
