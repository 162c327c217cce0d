import type { Page } from '@playwright/test';
import { expect, expectHydrated, test } from '../support/portal-test.ts';

const buttons = {
  '/reference/notas/list-customers': {
    name: ['Experimentar', 'Try it'],
    opened: (page: Page) => page.locator('#try').getByLabel('per_page', { exact: true }),
  },
  '/guides/caching': {
    name: ['Sandbox. Nenhum espaço', 'Sandbox. No workspace'],
    opened: (page: Page) => page.getByRole('button', { name: /^(Abrir agora|Open it now)$/ }),
  },
  '/guides/errors': { name: ['Buscar', 'Search'], opened: (page: Page) => page.getByRole('dialog') },
} as const;

for (const [path, { name, opened }] of Object.entries(buttons)) {
  test(`a button of ${path} that is clicked before the scripts have loaded acts once they have`, async ({
    page,
    say,
    quiet: _,
  }) => {
    const held = Promise.withResolvers<void>();
    await page.route('**/assets/js/*.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(say(path, `/en${path}`), { waitUntil: 'commit' });
    await page
      .getByRole('button', { name: say(name[0], name[1]) })
      .first()
      .click();
    await expect(opened(page)).toBeHidden();
    held.resolve();
    await expect(opened(page)).toBeVisible();
  });
}

type Pressed = typeof globalThis & { pressed?: HTMLButtonElement | null };

test('a button that is clicked while React hydrates acts once', async ({ page, say, quiet: _ }) => {
  await page.addInitScript(() => {
    const clickOnceReactListens = () => {
      const container = document.getElementById('__docusaurus') ?? {};
      if (!Object.keys(container).some((key) => key.startsWith('_reactListening'))) {
        setTimeout(clickOnceReactListens);
        return;
      }
      const button = document.querySelector<HTMLButtonElement>('button[aria-expanded="false"]');
      (globalThis as Pressed).pressed = button;
      button?.click();
    };
    clickOnceReactListens();
  });
  const path = '/reference/notas/list-customers';
  await page.goto(say(path, `/en${path}`));
  await expectHydrated(page);
  const isExpanded = () => page.evaluate(() => (globalThis as Pressed).pressed?.getAttribute('aria-expanded'));
  await expect.poll(isExpanded).toBe('true');
});
