import { expect, type Page } from '@playwright/test';

const widths = [360, 480, 768, 996, 1000, 1180, 1190, 1280, 1290, 1360, 1370, 1440, 1510];

/** Opens an alert, whose mark makes the bar as long as it gets, and asserts that it fits into windows of any width. */
export async function expectBarFits(page: Page, mark: string): Promise<void> {
  const key = await page.evaluate(() => JSON.stringify({ ...localStorage }).match(/sk_test_\w+/)?.[0]);
  const headers = { authorization: `Bearer ${key}`, prefer: 'code=503' };
  for (let made = 0; made < 20; made++) await page.request.get('/sandbox/crm/v2/usuarios', { headers });
  await page.reload();
  await expect(page.getByRole('link', { name: mark })).toBeVisible();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 740 });
    const { overhang, heights } = await page.evaluate(() => ({
      overhang: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      heights: [...document.querySelectorAll('nav.navbar li a')].map((link) => link.getBoundingClientRect().height),
    }));
    expect(overhang, `at ${width}`).toBeLessThanOrEqual(0);
    expect(Math.max(...heights), `at ${width}, a link in one line`).toBeLessThanOrEqual(56);
  }
}
