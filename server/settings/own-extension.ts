import { extname } from 'node:path';

/** `.ts` in the project, and `.js` in a package, where everything is compiled: the names of files that are not imported. */
export const ownExtension = extname(import.meta.url);
