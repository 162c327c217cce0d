import { type Pagefind, searchOptions } from './pagefind.ts';

let loaded: Promise<Pagefind> | undefined;
let attempts = 0;

/** Loads the search index of the language at `baseUrl` once; after a failure, the next call retries. */
export function loadIndex(baseUrl: string): Promise<Pagefind> {
  loaded ??= open(baseUrl).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** Discards the index after a failed request, so that the next call loads it again. */
export async function forgetIndex(): Promise<void> {
  const old = await loaded?.catch(() => undefined);
  loaded = undefined;
  await old?.destroy();
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
