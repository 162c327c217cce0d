import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from './portal-test.ts';

/** WCAG 2.2 A and AA, and what axe recommends besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where axe is once it was put into a page. */
type WithAxe = typeof globalThis & { axe?: { run(part: string, options: RunOptions): Promise<AxeResults> } };

/** Fails where axe finds something in a part of a page, in light colours or in dark ones; by default what is serious or critical. */
export async function expectNoBarriers(
  page: Page,
  { part = 'html', impacts = ['serious', 'critical'] }: { part?: string; impacts?: string[] } = {},
): Promise<void> {
  // A page follows the colours of its reader once its scripts run.
  await expect(page.locator('html')).toHaveAttribute('data-has-hydrated', 'true');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const found = await findBarriers(page, part, impacts);
    expect(found, `in ${colorScheme} colours, at ${page.url()}`).toEqual([]);
  }
}

/** What axe finds, each with the elements that have it. The page runs it itself: its own driver takes six times as long. */
async function findBarriers(page: Page, part: string, impacts: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async ([part, tags]) => {
      const { axe } = globalThis as WithAxe;
      // Colours on their way to others are neither, and the end of one way is the beginning of what inherits it.
      const transitions = () => document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      for (let running = transitions(); running.length > 0; running = transitions())
        for (const transition of running) transition.finish();
      const results = await axe?.run(part, { resultTypes: ['violations'], runOnly: tags });
      return results?.violations ?? [];
    },
    [part, tags] as const,
  );
  return violations
    .filter(({ impact }) => impacts.includes(String(impact)))
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}
