import type { Context } from '../context.ts';
import { isolate, isolateNow } from '../openapi/isolation/isolate.ts';
import { downloadFiles } from './download-files.ts';
import { writeWanted } from './write-wanted.ts';

/** Makes once what is else made when somebody asks for it, so that its faults are known at the start. */
export async function tryDownloads({
  apis,
  faults,
  features,
  portal,
  config: { publicUrl },
}: Pick<Context, 'apis' | 'faults' | 'features' | 'portal' | 'config'>): Promise<void> {
  // Nobody waits for a server that is not ready, so it does without threads.
  const files = features.downloads ? downloadFiles(writeWanted, portal) : {};
  for (const api of apis.values()) {
    isolateNow(faults, 'seed', api, () => api.seed);
    for (const { make } of Object.values(files))
      await isolate(faults, 'download', api, () => make(api, publicUrl, faults), 'part');
  }
}
