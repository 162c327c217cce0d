import type { NamesFile } from './names/names-file.ts';
import { type Names, readNames } from './names/read-names.ts';
import { type Pagefind, searchOptions } from './pagefind.ts';

let loaded: Promise<Pagefind> | undefined;
let known: Promise<Names> | undefined;
let attempts = 0;

/** Loads the search index of the language at `baseUrl` once; after a failure, the next call retries. */
export function loadIndex(baseUrl: string): Promise<Pagefind> {
  loaded ??= open(baseUrl).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** Loads the names of all pages once; after a failure, the next call retries. */
export function loadNames(baseUrl: string): Promise<Names> {
  known ??= read(baseUrl).catch((error) => {
    known = undefined;
    throw error;
  });
  return known;
}

/** Discards the index after a failed request, so that the next call loads it again. */
export async function forgetIndex(): Promise<void> {
  const old = await loaded?.catch(() => undefined);
  loaded = undefined;
  await old?.destroy();
}

async function read(baseUrl: string): Promise<Names> {
  const response = await fetch(`${baseUrl}pagefind/names.json`);
  if (!response.ok) throw new Error(`The names of the pages are not there: ${response.status}`);
  return readNames((await response.json()) as NamesFile);
}

async function open(baseUrl: string): Promise<Pagefind> {
  // Browsers cache a failed module import by its address.
  const again = attempts++ === 0 ? '' : `?attempt=${attempts}`;
  const address = new URL(`${baseUrl}pagefind/pagefind.js${again}`, location.href).href;
  const pagefind: Pagefind = await import(/* webpackIgnore: true */ address);
  await pagefind.options({ ...searchOptions, baseUrl });
  await pagefind.init();
  await pagefind.filters();
  return pagefind;
}
