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
let thread: Worker | undefined;
let leisure: NodeJS.Timeout | undefined;

/** In milliseconds: the largest documents that are known take a tenth of it. */
const patience = 120_000;

/** In milliseconds: a page offers many files, and half of a second is the start of the thread. */
const longestLeisure = 10_000;

/** The thread's Node.js says for each client that stripping types is experimental. */
const execArgv = ['--disable-warning=ExperimentalWarning'];

/**
 * Writes a file for download, undefined if there is none. It takes from a tenth of a second to many, in which other callers would
 * wait: so it is done in a thread, one after the other.
 */
export function writeInThread(wanted: Wanted): Promise<string | Uint8Array | undefined> {
  const written = last.then(() => write(wanted));
  last = written.catch(() => undefined);
  return written;
}

async function write(wanted: Wanted): Promise<string | Uint8Array | undefined> {
  clearTimeout(leisure);
  thread ??= new Worker(new URL(`document-thread${ownExtension}`, import.meta.url), { execArgv });
  const own = thread;
  const ended = new AbortController();
  const end = () => ended.abort();
  own.once('exit', end).ref();
  // The files of other APIs wait for this one.
  const timer = setTimeout(() => own.terminate(), patience);
  try {
    own.postMessage(wanted);
    const [content] = (await once(own, 'message', { signal: ended.signal })) as [string | Uint8Array | undefined];
    leisure = setTimeout(leave, longestLeisure).unref();
    return content;
  } catch (error) {
    leave();
    throw ended.signal.aborted ? new Error(`The thread that writes ${wanted.file} ended without it`) : error;
  } finally {
    clearTimeout(timer);
    own.off('exit', end).unref();
  }
}

/** What fails without a download waiting for it is no news. */
function leave(): void {
  thread?.on('error', () => undefined).terminate();
  thread = undefined;
}
