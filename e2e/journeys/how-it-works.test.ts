import { expect, test } from '../support/portal-test.ts';
import { openSearch } from '../support/search.ts';

test("an API's page leads to how it works, where a call runs and is answered as shown", async ({
  page,
  visit,
  say,
}) => {
  test.slow();
  await visit('/reference/notas');
  const name = say('Como esta API funciona', 'How this API works');
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await expect(page).toHaveURL(/\/reference\/notas\/how-it-works$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Como Notas funciona', 'How Notas works'));
  await expect(page.getByRole('navigation').getByRole('link', { name }).first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText('"code": "missing_credentials"');

  const run = page.getByRole('button', { name: say('Executar', 'Run'), exact: true });
  const results = page.locator('[data-run="done"]');
  await run.first().click();
  await expect(results).toContainText('200 OK');
  await expect(results).toContainText('Porto Velho');

  // Without the key, the same list is refused.
  const block = page.locator('#no-key ~ div').first();
  await block.getByRole('button', { name: say('Executar', 'Run'), exact: true }).click();
  await expect(results.nth(1)).toContainText('401 Unauthorized');
});

test('it is there for an API without a profile, and says what was inferred', async ({ page, visit, say }) => {
  await visit('/reference/biblioteca/how-it-works');
  await page
    .getByRole('main')
    .getByRole('link', { name: say('o que ele entendeu', 'what it understood') })
    .click();
  await expect(page).toHaveURL(/\/reference\/biblioteca\/sandbox-plan$/);
});

test('the search finds it', async ({ page, visit, say }) => {
  await visit('/');
  const { find, options } = await openSearch(page, say);
  await find(say('Como Gestor funciona', 'How Gestor works'));
  await expect(options.first()).toContainText(say('Como Gestor funciona', 'How Gestor works'));
  await options.first().click();
  await expect(page).toHaveURL(/\/reference\/gestor\/how-it-works$/);
});
