import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Locale } from '../settings/languages.ts';
import { ownExtension } from '../settings/own-extension.ts';
import type { ApiSettings } from '../settings/portal/portal-config.ts';

/** What is to be written of an API: its document or its client, in a language that it has texts in, else in that of its author. */
export interface Wanted {
  file: 'openapi.yaml' | 'client.tgz';
  language?: Locale | undefined;
  /** The folder of the API. */
  folder: string;
  publicUrl: string;
  settings: ApiSettings;
}

let last: Promise<unknown> = Promise.resolve();

/** In milliseconds: the largest documents that are known take a tenth of it. */
const patience = 120_000;

/** The thread's Node.js says for each client that stripping types is experimental. */
const execArgv = ['--disable-warning=ExperimentalWarning'];

/**
 * Writes a file for download, undefined if there is none. It takes from half a second to many, in which other callers would
 * wait: so it is done in a thread, one after the other.
 */
export function writeInThread(wanted: Wanted): Promise<string | Uint8Array | undefined> {
  const written = last.then(async () => {
    const file = new URL(`document-thread${ownExtension}`, import.meta.url);
    const thread = new Worker(file, { workerData: wanted, execArgv });
    const ended = new AbortController();
    thread.once('exit', () => ended.abort());
    // The files of other APIs wait for this one.
    const timer = setTimeout(() => thread.terminate(), patience);
    try {
      const [content] = (await once(thread, 'message', { signal: ended.signal })) as [string | Uint8Array | undefined];
      return content;
    } catch (error) {
      throw ended.signal.aborted ? new Error(`The thread that writes ${wanted.file} ended without it`) : error;
    } finally {
      clearTimeout(timer);
    }
  });
  last = written.catch(() => undefined);
  return written;
}
