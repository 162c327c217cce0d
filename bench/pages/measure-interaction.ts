import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { insertRequests } from '../../server/activity/requests/request-rows.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { makeCall } from '../make-call.ts';

const slowdown = 4;

/** How long the page of the requests took to show what a reader did there, in ms: the slowest of each kind of interaction. */
export interface InteractionFigures {
  /** By the event: `keydown`, `pointerup`, … */
  slowest: Map<string, number>;
  interactions: number;
}

/** Filters the log of a workspace with so many calls, a thousand of them shown, on a processor a quarter as fast, as a reader does: by text, status, API. */
export async function measureInteraction(
  browser: Browser,
  { origin, folder, calls }: { origin: string; folder: string; calls: number },
): Promise<InteractionFigures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${origin}/en/requests`);
  await writeCalls(folder, await findWorkspace(page, origin), calls);
  await page.reload();
  await page.locator('main li a').nth(20).waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await scrollToOlder(page);
  await observe(page);

  await page.getByLabel('Search', { exact: true }).pressSequentially('cus_99', { delay: 150 });
  await page.waitForTimeout(2000);
  await page.getByLabel('Search', { exact: true }).fill('');
  await page.waitForTimeout(2000);
  for (const label of ['Status', 'API']) {
    const choice = page.getByLabel(label, { exact: true });
    await choice.focus();
    for (const _ of [1, 2, 3]) {
      await page.keyboard.press('ArrowDown');
      await page.waitForTimeout(800);
    }
  }
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.waitForTimeout(2000);
  await page.locator('main li a').nth(3).click();
  await page.waitForTimeout(2000);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: [string, number, number][] }).seen);
  await context.close();
  const slowest = new Map<string, number>();
  for (const [name, duration] of seen) slowest.set(name, Math.max(slowest.get(name) ?? 0, duration));
  return { slowest, interactions: new Set(seen.map(([, , interaction]) => interaction)).size };
}

/** Reads twenty pages more, so that a filter has a thousand rows to change. */
async function scrollToOlder(page: Page): Promise<void> {
  for (let pages = 0; pages < 20; pages++) {
    await page.keyboard.press('End');
    await page.waitForTimeout(700);
  }
  await page.keyboard.press('Home');
}

async function findWorkspace(page: Page, origin: string): Promise<string> {
  const found = await page.waitForFunction(() => {
    const { sessionStorage, localStorage } = globalThis as unknown as Record<string, Record<string, string>>;
    return (JSON.stringify(sessionStorage) + JSON.stringify(localStorage)).match(/sk_test_\w{20,}/)?.[0];
  });
  const headers = { authorization: `Bearer ${await found.jsonValue()}` };
  return (await (await page.request.get(`${origin}/platform/v1/workspace`, { headers })).json()).id;
}

async function writeCalls(folder: string, workspace: string, calls: number): Promise<void> {
  const db = await openDatabase(join(folder, 'cais.db'));
  const began = Date.now() - calls * 500;
  for (let first = 0; first < calls; first += 250) {
    const rows = Array.from({ length: 250 }, (_, index) =>
      makeCall(workspace, first + index, began + (first + index) * 500),
    );
    await insertRequests(db, rows);
  }
  await db.destroy();
}

/** Notes each interaction as Event Timing tells it: from the input to the next picture. */
async function observe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const here = globalThis as unknown as { seen: [string, number, number][]; PerformanceObserver: Observer };
    here.seen = [];
    new here.PerformanceObserver((list) => {
      for (const { name, duration, interactionId } of list.getEntries())
        if (interactionId) here.seen.push([name, duration, interactionId]);
    }).observe({ type: 'event', durationThreshold: 16, buffered: false });
  });
}

type Observer = new (
  seen: (list: { getEntries(): { name: string; duration: number; interactionId: number }[] }) => void,
) => { observe(options: object): void };
