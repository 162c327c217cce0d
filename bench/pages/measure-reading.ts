import { type Browser, chromium } from '@playwright/test';
import { findChromium } from '../../scripts/find-chromium.ts';

/** What a reader waits for, on a telephone of the middle class by 4G. */
export interface ReadingFigures {
  /** Milliseconds until the text can be read; undefined if it was not there after a minute. */
  readable: number | undefined;
  /** All that was transferred until then and in the ten seconds after it, in kB of 1000. */
  transferred: number;
  /** Of scripts, after the garbage is gone, in MB. */
  memory: number;
  nodes: number;
}

/** Lighthouse's figures for slow 4G and a processor a quarter as fast, here applied, not simulated. */
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: 750_000 / 8,
};
const slowdown = 4;
const longest = 60_000;

export async function openMeasuringBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** Opens a page and waits until `text` is drawn. */
export async function measureReading(browser: Browser, url: string, text: string): Promise<ReadingFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await session.send('Performance.enable');
  let transferred = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    transferred += encodedDataLength;
  });
  const started = performance.now();
  let readable: number | undefined;
  try {
    await page.goto(url, { waitUntil: 'commit', timeout: longest });
    await page.getByText(text).filter({ visible: true }).first().waitFor({ timeout: longest });
    readable = performance.now() - started;
  } catch {
    // It never came: the figures say so.
  }
  await page.waitForTimeout(10_000);
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
  const figures = {
    readable,
    transferred: transferred / 1000,
    memory: metric('JSHeapUsedSize') / 1e6,
    nodes: metric('Nodes'),
  };
  await context.close();
  return figures;
}
