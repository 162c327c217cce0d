import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A document to write: in the language of its author, or in English. */
export interface Wanted {
  file: 'openapi.yaml' | 'openapi.en.yaml';
  /** The folder of the API. */
  folder: string;
  publicUrl: string;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Writes a document for download, undefined if there is none. It takes from half a second to many, in which other callers would
 * wait: so it is done in a thread, one after the other.
 */
export function writeInThread(wanted: Wanted): Promise<string | undefined> {
  const written = last.then(async () => {
    const thread = new Worker(new URL('document-thread.ts', import.meta.url), { workerData: wanted });
    const [text] = (await once(thread, 'message')) as [string | undefined];
    return text;
  });
  last = written.catch(() => undefined);
  return written;
}
