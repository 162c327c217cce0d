import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Response } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

/** Opens the browser in which pages are weighed. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

/** Adds up the scripts and the data that a page loads in a browser, gzipped, in kB of 1000 bytes; what it prefetches for the next page is not its own. */
export async function weighPage(browser: Browser, url: string): Promise<number> {
  const page = await browser.newPage();
  const weights: Promise<number>[] = [];
  const weigh = (response: Response) => {
    const kind = response.request().resourceType();
    if (kind !== 'script' && !(kind === 'fetch' && response.url().endsWith('.json'))) return;
    weights.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  };
  page.on('response', weigh);
  await page.goto(url);
  // A page whose scripts have yet to run looks as quiet as one that is done.
  await page.locator('html[data-has-hydrated="true"]').waitFor({ state: 'attached', timeout: 120_000 });
  await page.waitForLoadState('networkidle');
  // What comes later has nobody who waits for it, and the page is about to be closed.
  page.off('response', weigh);
  const sum = (await Promise.all(weights)).reduce((total, weight) => total + weight, 0);
  await page.close();
  return sum / 1000;
}
