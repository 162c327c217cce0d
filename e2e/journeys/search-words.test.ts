import { expect, test } from '../support/portal-test.ts';
import { openSearch } from '../support/search.ts';

test('a typing error is corrected, and the word can be searched for as it was typed', async ({ page, visit, say }) => {
  await visit('/');
  const { find, dialog, options, field } = await openSearch(page, say);
  await find('webhok');
  await expect(dialog).toContainText(say('Resultados para webhook.', 'Results for webhook.'));
  await expect(options.first()).toContainText('Webhooks');
  await dialog.getByRole('button', { name: say('Buscar por webhok mesmo assim', 'Search for webhok instead') }).click();
  await expect(dialog).not.toContainText(say('Resultados para webhook.', 'Results for webhook.'));
  await expect(field).toHaveValue('webhok');
  await find('wehbook');
  await expect(dialog).toContainText(say('Resultados para webhook.', 'Results for webhook.'));
});

test('another word for it, in any language, finds the operation', async ({ page, visit, say }) => {
  await visit('/');
  const { find, options } = await openSearch(page, say);
  for (const query of ['emitir nota', 'create invoice', 'crear factura']) {
    await find(query);
    await expect(options.first(), query).toContainText(/POST.*\/companies\/\{company_id\}\/serviceinvoices/s);
  }
});

test('names are found before the index answers, and Enter goes there', async ({ page, visit, say }) => {
  await visit('/');
  await page.route('**/pagefind/pagefind.js*', () => {});
  const { field, options, dialog } = await openSearch(page, say);
  await field.fill('getCustomer');
  await expect(options.first()).toContainText('/customers/{customer_id}');
  await expect(dialog.locator('[data-phase="searching"]')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reference\/notas\/get-customer$/);
});

test('an address with a typing error leads to the page that was meant', async ({ page, visit, say }) => {
  await visit('/guides/webhok-signatures', 404);
  const main = page.getByRole('main');
  await expect(main).toContainText(say('Talvez você procure:', 'You may be looking for:'));
  await main.getByRole('link', { name: say('Assinaturas', 'Signatures') }).click();
  await expect(page).toHaveURL(/\/guides\/webhook-signatures$/);
});
