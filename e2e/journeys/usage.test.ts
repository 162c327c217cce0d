import { expectAccessible } from '../support/accessibility.ts';
import { makeKey } from '../support/keys.ts';
import { expect, type Journey, test } from '../support/portal-test.ts';

type Page = Parameters<typeof makeKey>[0];

/** Makes calls with a key of the reader's workspace: Notas, CRM, one that fails, and one that is limited. */
async function makeCalls(page: Page, secret: string): Promise<void> {
  const authorization = `Basic ${Buffer.from(`${secret}:x`).toString('base64')}`;
  const get = (path: string, headers = {}) =>
    page.request.get(`/sandbox/notas/v1${path}`, { headers: { authorization, ...headers } });
  for (let count = 0; count < 3; count++) await get('/customers');
  await get('/customers/cus_nowhere');
  await get('/company', { prefer: 'code=429' });
}

function figure(page: Page, label: string) {
  return page.locator('dl > div').filter({ has: page.getByText(label, { exact: true }) });
}

async function openUsage(page: Page, visit: Journey['visit'], say: Journey['say']): Promise<string> {
  await visit('/keys');
  const secret = await makeKey(page, say, 'Loja');
  await visit('/usage');
  return secret;
}

test('a call appears within two seconds, and each number leads to the requests behind it', async ({
  page,
  visit,
  say,
}) => {
  const secret = await openUsage(page, visit, say);
  await expect(page.getByText(say('Nada foi contado', 'Nothing was counted'))).toBeVisible();
  await makeCalls(page, secret);
  await expect(figure(page, say('Chamadas', 'Calls'))).toContainText(/^\D*5/, { timeout: 4000 });
  await expect(figure(page, say('Erros 4xx', '4xx errors'))).toContainText('1');
  await expect(figure(page, say('Limites (429)', 'Limits (429)'))).toContainText('1');
  await expect(figure(page, say('Falhas 5xx', '5xx failures'))).toContainText('0');
  await expect(figure(page, say('Taxa de erro', 'Error rate'))).toContainText(
    say('sem chamadas antes', 'no calls before'),
  );
  const limited = figure(page, say('Limites (429)', 'Limits (429)')).getByRole('link');
  await expect(limited).toHaveAttribute('href', /\/requests\?target=sandbox&since=[^&]+&status=429$/);
  const wrong = figure(page, say('Erros 4xx', '4xx errors')).getByRole('link');
  await wrong.click();
  await expect(page.getByRole('link', { name: /GET.*\/customers\/cus_nowhere.*404/ })).toBeVisible();
  await expect(page.locator('main li a'), 'as many as the figure says').toHaveCount(1);
});

test('an API opens its operations, and the address shows the same to others', async ({ page, visit, say }) => {
  const secret = await openUsage(page, visit, say);
  await makeCalls(page, secret);
  const groups = page.getByRole('region', { name: /^(Números do período|Figures of the period)/ });
  await groups.getByRole('link', { name: 'Notas' }).click();
  await expect(page).toHaveURL(/\/usage\?by=operation&api=notas$/);
  await expect(groups.getByRole('row', { name: /^listCustomers 3/ })).toBeVisible();
  await page.getByLabel(say('Agrupar por', 'Group by')).selectOption('credential');
  await expect(groups.getByRole('row', { name: /^Loja 5/ })).toBeVisible();
  await page.getByRole('radio', { name: say('7 dias', '7 days') }).check();
  await expect(page).toHaveURL(/period=7d&by=credential&api=notas$/);
  await page.reload();
  await expect(page.getByRole('radio', { name: say('7 dias', '7 days') })).toBeChecked();
  await expect(groups.getByRole('row', { name: /^Loja 5/ })).toBeVisible();

  await page.getByText(say('Os mesmos números em uma tabela', 'The same figures as a table')).first().click();
  const table = page.getByRole('region', { name: say('Chamadas, do mais recente', 'Calls, newest first') });
  await expect(table.getByRole('row').nth(1)).toContainText('3');
  await page.getByLabel('API', { exact: true }).selectOption('crm');
  await expect(page.getByText(say('Nenhuma chamada corresponde', 'No call matches'))).toBeVisible();
  await page
    .getByRole('button', { name: say('Limpar filtros', 'Clear filters') })
    .first()
    .click();
  await expect(groups).toBeVisible();
});

test('a lost server is told, and the figures go on once it is back', async ({ page, visit, say }) => {
  const secret = await openUsage(page, visit, say);
  await makeCalls(page, secret);
  const calls = figure(page, say('Chamadas', 'Calls'));
  await expect(calls).toContainText(/^\D*5/);
  await page.route('**/platform/v1/metrics*', (route) => route.abort());
  await expect(page.getByRole('alert')).toContainText(say('não respondeu', 'did not respond'));
  await expect(calls, 'the last figures stay').toContainText(/^\D*5/);
  await page.unroute('**/platform/v1/metrics*');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('usage with figures has no serious accessibility issues, and no horizontal scrolling in a narrow window', async ({
  page,
  visit,
  say,
}) => {
  const secret = await openUsage(page, visit, say);
  await makeCalls(page, secret);
  await expect(figure(page, say('Chamadas', 'Calls'))).toBeVisible();
  for (const table of await page.getByText(say('Os mesmos números', 'The same figures')).all()) await table.click();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(overhang).toBeLessThanOrEqual(0);
});
