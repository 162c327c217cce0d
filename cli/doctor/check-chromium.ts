import type { Finding } from './finding.ts';

/** The browser of the tests, which `npm test` gets by itself where it can; a portal does not need it. */
export async function checkChromium(): Promise<Finding> {
  const what = 'Chromium';
  const text = 'none here; npm test gets one, or set CHROMIUM_PATH. A portal needs none';
  try {
    // By its address, since packages do not have it.
    const finder = new URL('../../scripts/find-chromium.ts', import.meta.url).href;
    const { findPresentChromium } = await import(finder);
    const found = findPresentChromium();
    return found ? { what, state: 'good', text: found } : { what, state: 'odd', text };
  } catch {
    return { what, state: 'odd', text };
  }
}
