import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Names of a profile; Node.js runs no TypeScript in `node_modules`, where that of the platform API is in a package. */
const names = ['sandbox.ts', 'sandbox.js', 'sandbox.mjs'];

/** The file with the profile of an API's folder; the usual name where there is none, for those who are told of it. */
export function profileFile(folder: string): { path: string; exists: boolean } {
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  return { path: found ?? join(folder, 'sandbox.ts'), exists: found !== undefined };
}
