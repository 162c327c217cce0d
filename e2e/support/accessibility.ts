import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type Axe from 'axe-core';
import { expect, expectHydrated } from './portal-test.ts';

/** WCAG 2.2 A and AA, and axe's best practices. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The axe global, once its script is in the page. */
type WithAxe = typeof globalThis & { axe: typeof Axe };

/** Fails if axe finds issues in a part of a page, in light or dark mode; by default only serious and critical ones. */
export async function expectAccessible(
  page: Page,
  { part = 'html', impacts = ['serious', 'critical'] }: { part?: string; impacts?: string[] } = {},
): Promise<void> {
  // The colour scheme applies only after hydration.
  await expectHydrated(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    const found = await findViolations(page, { part, impacts, colorsOnly: colorScheme === 'dark' });
    expect(found, `in ${colorScheme} colours, at ${page.url()}`).toEqual([]);
  }
}

/** Asserts that nothing overflows a window of 360 pixels. */
export async function expectNarrow(page: Page): Promise<void> {
  const usual = page.viewportSize();
  // As wide as a window of 1280 pixels at 400 %.
  await page.setViewportSize({ width: 320, height: 740 });
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  // The navigation changes its layout only after the resize event.
  await expect.poll(overhang, `pixels of overflow at ${page.url()}`).toBeLessThanOrEqual(0);
  if (usual) await page.setViewportSize(usual);
}

/**
 * Runs axe in the page itself, which is six times as fast as its Playwright driver; returns each issue with its elements. A page in
 * other colours is the same page: only rules about colour can find something new.
 */
async function findViolations(
  page: Page,
  { part, impacts, colorsOnly }: { part: string; impacts: string[]; colorsOnly: boolean },
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  const violations = await page.evaluate(
    async ([part, tags, colorsOnly]) => {
      const { axe } = globalThis as WithAxe;
      // Finish colour transitions: intermediate colours have the wrong contrast, and one transition can start another.
      const transitions = () => document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      for (let running = transitions(); running.length > 0; running = transitions())
        for (const transition of running) transition.finish();
      const rules = axe.getRules(tags).filter((rule) => !colorsOnly || rule.tags.includes('cat.color'));
      const runOnly = { type: 'rule' as const, values: rules.map(({ ruleId }) => ruleId) };
      return (await axe.run(part, { resultTypes: ['violations'], runOnly })).violations;
    },
    [part, tags, colorsOnly] as const,
  );
  return violations
    .filter(({ impact }) => impacts.includes(String(impact)))
    .flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}
