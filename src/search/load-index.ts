import { type Pagefind, searchOptions } from './pagefind.ts';

let loaded: Promise<Pagefind> | undefined;
let attempts = 0;

/** Opens the index of the language that stands at `baseUrl`, once; what failed is tried anew by the next call. */
export function loadIndex(baseUrl: string): Promise<Pagefind> {
  loaded ??= open(baseUrl).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** Lets the next call begin anew, after an answer that did not come. */
export async function forgetIndex(): Promise<void> {
  const old = await loaded?.catch(() => undefined);
  loaded = undefined;
  await old?.destroy();
}

async function open(baseUrl: string): Promise<Pagefind> {
  // A browser remembers that a module could not be loaded, by its address.
  const again = attempts++ === 0 ? '' : `?attempt=${attempts}`;
  const address = new URL(`${baseUrl}pagefind/pagefind.js${again}`, location.href).href;
  const pagefind: Pagefind = await import(/* webpackIgnore: true */ address);
  await pagefind.options({ ...searchOptions, baseUrl });
  await pagefind.init();
  await pagefind.filters();
  return pagefind;
}
