import { expect, expectHydrated, test } from '../support/portal-test.ts';
import { openSearch } from '../support/search.ts';

test('opened on the way to another page, it stays open there', async ({ page, visit, say }) => {
  await visit('/');
  await expectHydrated(page);
  const home = await page.title();
  const held = Promise.withResolvers<void>();
  await page.route('**/assets/js/*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('Guias', 'Guides') })
    .first()
    .click();
  await expect(page).toHaveURL(/\/guides/);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: say('Buscar', 'Search') });
  await expect(dialog).toBeVisible();
  held.resolve();
  await expect(page).not.toHaveTitle(home);
  await expect(dialog.getByRole('combobox')).toBeFocused();
});

test('a slash typed into a field does not open the search', async ({ page, visit }) => {
  await visit('/sign-in');
  const field = page.getByRole('main').getByRole('textbox').first();
  await field.fill('a');
  await field.press('/');
  await field.press('Control+k');
  await expect(field).toHaveValue('a/');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('reopened right after closing, the search is complete', async ({ page, visit, say }) => {
  await visit('/');
  const { dialog, field, find } = await openSearch(page, say);
  await find('invalid_json');
  await dialog.evaluate((element: HTMLDialogElement) => {
    element.close();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: '/' }));
  });
  await expect(field).toBeVisible();
  await expect(field).toHaveValue('');
});

test('no search code is loaded before it is opened', async ({ page, visit, say }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await visit('/guides/errors');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.includes('pagefind'))).toEqual([]);
  const before = asked.length;
  await openSearch(page, say);
  await expect.poll(() => asked.slice(before).filter((path) => path.includes('pagefind')).length).toBeGreaterThan(0);
  expect(asked.slice(before).some((path) => path.includes('/assets/js/'))).toBe(true);
});
