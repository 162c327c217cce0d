import { expectAccessible } from '../support/accessibility.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/portal-test.ts';
import { openSearch } from '../support/search.ts';

test('an endpoint is found by its path and by the name of a field', async ({ page, visit, say }) => {
  await visit('/guides/quickstart');
  const { find, options, dialog } = await openSearch(page, say);
  for (const query of ['GET /customers/{customer_id}', 'get /customers/{id}', 'customers id', 'getCustomer']) {
    await find(query);
    await expect(options.first()).toContainText(/GET.*\/customers\/\{customer_id\}/s);
  }
  await expect(dialog.getByRole('group', { name: 'Notas' })).toBeVisible();

  await find('federal_tax_number');
  const field = options.filter({ hasText: say('Cadastrar um cliente', 'Create a customer') });
  await expect(field.locator('mark').first()).toContainText('federal_tax_number');
  await field.click();
  await expect(page).toHaveURL(/\/reference\/notas\/create-customer#body\.federal_tax_number$/);
  await expect(dialog).toBeHidden();
});

test('a section of a guide is found, with or without accents', async ({ page, visit, say }) => {
  await visit('/');
  const { find, options } = await openSearch(page, say, 'Control+k');
  for (const query of say('paginação paginacao PAGINAÇÃO', 'pagination PAGINATION paginat').split(' ')) {
    await find(query);
    await expect(options.filter({ has: page.locator('mark') }).first()).toBeVisible();
    await expect(options.filter({ hasText: say('Paginação', 'Pagination') }).first()).toBeVisible();
  }
  await find('invalid_json');
  await options.first().click();
  await expect(page).toHaveURL(/\/guides\/errors#invalid_json$/);
  await expect(page.getByRole('heading', { name: 'invalid_json' })).toBeInViewport();
});

test('what the reference calls a notification is found in both languages', async ({ page, visit, say }) => {
  await visit('/');
  const { find, options } = await openSearch(page, say);
  for (const query of ['notification', 'Notification', 'notificação', 'notificacao', 'notificações']) {
    await find(query);
    await expect(options.first()).toContainText(/webhook/i);
    await expect(
      options.filter({ hasText: say('Receba o seu primeiro webhook', 'Receive your first') }),
    ).not.toHaveCount(0);
  }
  await find(say('notificação', 'notification'));
  await options.first().click();
  await expect(page).toHaveURL(/webhooks/);
});

test('the search works by keyboard only', async ({ page, visit, say }) => {
  await visit('/guides/errors');
  const button = page.getByRole('button', { name: say('Buscar', 'Search') });
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();

  const { find, field, options, active } = await openSearch(page, say);
  await find('customers');
  await expect(active).toHaveCount(1);
  const first = await active.getAttribute('id');
  await expect(field).toHaveAttribute('aria-activedescendant', first ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  const goal = await active.getAttribute('href');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL((url) => url.pathname + url.hash === goal);
});

test('Enter right after typing goes to the first result', async ({ page, visit, say }) => {
  await visit('/');
  const { field } = await openSearch(page, say);
  await field.pressSequentially(say('listar clientes notas', 'list customers notas'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/reference\/notas\/list-customers$/);
});

test('on a page of an API its results come first, and can be the only ones', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const { find, dialog, options } = await openSearch(page, say);
  await find(say('clientes', 'customers'));
  const groups = dialog.getByRole('group', { name: /./ }).locator('[role="presentation"]');
  await expect(groups.first()).toHaveText('Notas');
  expect(await groups.count()).toBeGreaterThan(1);
  await dialog.getByRole('button', { name: /^Notas/ }).click();
  await expect(groups).toHaveText(['Notas']);
  await dialog.getByRole('button', { name: say('Tudo', 'Everything') }).click();
  await expect(groups).not.toHaveCount(1);

  const before = await options.count();
  await options.filter({ hasText: say('Mostrar mais', 'Show more') }).click();
  await expect.poll(() => options.count()).toBeGreaterThan(before);
});

test('before anything is typed, the APIs, recent searches and recent pages are suggested', async ({
  page,
  visit,
  say,
}) => {
  await visit('/');
  const { options, find } = await openSearch(page, say);
  await expect(options.filter({ hasText: 'Gestor' })).toBeVisible();
  await find('invalid_json');
  await options.first().click();
  await expect(page).toHaveURL(/invalid_json/);
  const again = await openSearch(page, say);
  const recent = again.dialog.getByRole('group', { name: say('Visitadas recentemente', 'Recently visited') });
  await expect(recent.getByRole('option')).toContainText(['invalid_json']);
  const searches = again.dialog.getByRole('group', { name: say('Buscas recentes', 'Recent searches') });
  await searches.getByRole('option', { name: 'invalid_json' }).click();
  await expect(again.field).toHaveValue('invalid_json');
  await expect(again.field).toBeFocused();
  await expect(options.first()).toContainText('invalid_json');

  await again.field.fill('');
  await again.dialog
    .getByRole('button', { name: say('Limpar buscas e páginas recentes', 'Clear recent searches and pages') })
    .click();
  await expect(recent).toHaveCount(0);
  await expect(searches).toHaveCount(0);
});

test('without results there is advice', async ({ page, visit, say }) => {
  await visit('/');
  const { find, dialog, options } = await openSearch(page, say);
  await find('qwertyuiop');
  await expect(dialog).toContainText(say('Nada encontrado para qwertyuiop', 'Nothing found for qwertyuiop'));
  await expect(options).toHaveCount(0);
});

test('an unreachable index is reported and can be retried', async ({ page, visit, say }) => {
  await visit('/');
  await page.route('**/pagefind/**', (route) => route.abort());
  const { field, dialog, options } = await openSearch(page, say);
  await field.fill('invalid_json');
  await expect(dialog.getByRole('alert')).toContainText(say('sem conexão', 'offline'));
  await page.unroute('**/pagefind/**');
  await dialog.getByRole('button', { name: say('Tentar de novo', 'Try again') }).click();
  await expect(options.first()).toContainText('invalid_json');
});

test('the address can contain a query', async ({ page, visit, say }) => {
  await visit('/search?q=invalid_json');
  const main = page.getByRole('main');
  await expect(main.getByRole('option').first()).toContainText('invalid_json');
  await main.getByRole('combobox').fill(say('idempotencia', 'idempotency'));
  await expect(page).toHaveURL(/\?q=idempot/);
  const description = await page.request.get(say('/opensearch.xml', '/en/opensearch.xml'));
  expect(await description.text()).toContain(`${say('/search', '/en/search')}?q={searchTerms}`);
});

test('the search has no accessibility issues', async ({ page, visit, say }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await visit('/');
  const { find } = await openSearch(page, say);
  for (const query of ['', 'customers', 'webhok', 'dark', 'qwertyuiop']) {
    if (query) await find(query);
    await expectAccessible(page, { part: 'dialog[open]', impacts: ['minor', 'moderate', 'serious', 'critical'] });
  }
});

test.describe('360 pixels wide', () => {
  test.use({ viewport: { width: 360, height: 640 } });

  test('the search fills the window, and nothing overflows', async ({ page, visit, say }) => {
    await visit('/reference/notas/create-customer');
    await page.getByRole('button', { name: say('Buscar', 'Search') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('federal_tax_number');
    await expect(dialog.getByRole('option').first()).toBeVisible();
    expect(await dialog.boundingBox()).toMatchObject({ x: 0, width: 360 });
    const overhang = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overhang()).toBeLessThanOrEqual(0);
    expect(await dialog.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    await dialog.getByRole('button', { name: say('Fechar a busca', 'Close the search') }).click();
    await expect(dialog).toBeHidden();
    expect(await overhang()).toBeLessThanOrEqual(0);
  });
});
