import type { FaultBook } from '../openapi/isolation/fault-book.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { sandboxEnvironment } from './postman-environment.ts';
import { writeCollection } from './write-collection.ts';
import type { Wanted } from './write-in-thread.ts';

export type Content = string | Uint8Array | undefined;
export type Make = (api: ServedApi, publicUrl: string, faults: FaultBook) => Promise<Content> | Content;

/** The files that each API has for download. `write` makes those that take long. */
export function downloadFiles(
  write: (wanted: Wanted) => Promise<Content>,
): Record<string, { type: string; make: Make }> {
  const written =
    (file: Wanted['file']): Make =>
    ({ folder }, publicUrl) =>
      write({ file, folder, publicUrl });
  return {
    'openapi.yaml': { type: 'application/yaml', make: written('openapi.yaml') },
    'openapi.en.yaml': { type: 'application/yaml', make: written('openapi.en.yaml') },
    'postman_collection.json': { type: 'application/json', make: writeCollection },
    'postman_environment.json': {
      type: 'application/json',
      make: (api, url) => JSON.stringify(sandboxEnvironment(api, url), null, 2),
    },
    'client.tgz': { type: 'application/gzip', make: written('client.tgz') },
    'client.en.tgz': { type: 'application/gzip', make: written('client.en.tgz') },
  };
}
