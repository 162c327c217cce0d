import { gzipSync } from 'node:zlib';
import { type Browser, type BrowserContext, chromium, type Response } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

/** Opens the browser in which pages are weighed. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Resource types that are not counted. */
const drawn = new Set(['image', 'font', 'stylesheet']);

/** How many pages are weighed at once: they mostly wait. */
const atOnce = 4;

/** Weighs several pages; see weighPage. */
export async function weighPages(browser: Browser, urls: string[]): Promise<{ url: string; weight: number }[]> {
  const context = await browser.newContext();
  await context.route(
    () => true,
    (route) => (drawn.has(route.request().resourceType()) ? route.abort() : route.fallback()),
  );
  const left = [...urls];
  const weights: { url: string; weight: number }[] = [];
  const work = async () => {
    for (let url = left.shift(); url; url = left.shift()) weights.push({ url, weight: await weighPage(context, url) });
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await context.close();
  return weights;
}

/** Sums the scripts and data that a page loads, gzipped, in kB of 1000 bytes; prefetches for the next page are not counted. */
export async function weighPage(browser: Pick<BrowserContext, 'newPage'>, url: string): Promise<number> {
  const page = await browser.newPage();
  const weights: Promise<number>[] = [];
  const weigh = (response: Response) => {
    const kind = response.request().resourceType();
    if (kind !== 'script' && !(kind === 'fetch' && response.url().endsWith('.json'))) return;
    weights.push(response.body().then((body) => gzippedSize(response.url(), body)));
  };
  page.on('response', weigh);
  await page.goto(url);
  // Before its scripts run, a page is as idle as when it is done.
  await page.locator('html[data-has-hydrated="true"]').waitFor({ state: 'attached', timeout: 120_000 });
  await page.waitForLoadState('networkidle');
  // Ignore later responses: the page is about to be closed.
  page.off('response', weigh);
  const sum = (await Promise.all(weights)).reduce((total, weight) => total + weight, 0);
  await page.close();
  return sum / 1000;
}

const sizes = new Map<string, number>();

/** Cached by URL, because most pages load the same scripts. */
function gzippedSize(url: string, body: Buffer): number {
  const size = sizes.get(url) ?? gzipSync(body, { level: 9 }).length;
  sizes.set(url, size);
  return size;
}
