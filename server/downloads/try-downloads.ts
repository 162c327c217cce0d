import { clientPackage } from '../clients/client-package.ts';
import type { Context } from '../context.ts';
import { isolateNow } from '../openapi/isolation/isolate.ts';
import { writeCollection } from './write-collection.ts';

/** Makes once what is else made when somebody asks for it, so that its faults are known at the start. */
export function tryDownloads({
  apis,
  faults,
  config: { publicUrl },
}: Pick<Context, 'apis' | 'faults' | 'config'>): void {
  for (const api of apis.values()) {
    isolateNow(faults, 'seed', api, () => api.seed);
    isolateNow(faults, 'collection', api, () => writeCollection(api, publicUrl, faults));
    isolateNow(faults, 'download', api, () => clientPackage(api, publicUrl, 'en'));
  }
}
