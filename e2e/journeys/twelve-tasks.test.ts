import type { Page } from '@playwright/test';
import { findConsole, openConsole } from '../support/console.ts';
import { countSteps, type Steps } from '../support/count-steps.ts';
import { expect, expectHydrated, type Journey, test } from '../support/portal-test.ts';
import { openCaller, wrongCustomer } from '../support/requests.ts';
import { openWebhooks } from '../support/webhooks.ts';

/** Asserts that what was done since `countSteps` took no more than so many clicks and fields. */
function expectAtMost(steps: Steps, clicks: number, fields: number): void {
  expect.soft(steps.clicks, 'clicks').toBeLessThanOrEqual(clicks);
  expect.soft(steps.fields, 'fields').toBeLessThanOrEqual(fields);
  expect(steps.clicks, 'something was done').toBeGreaterThan(0);
}

async function begin(page: Page, visit: Journey['visit'], path: string): Promise<Steps> {
  await visit(path);
  await expectHydrated(page);
  return countSteps(page);
}

const response = (page: Page) => page.locator('#try [data-phase="done"]').getByRole('status').first();

test('1. The first 2xx, from the home page: one click', async ({ page, visit, say }) => {
  const steps = await begin(page, visit, '/');
  await page.getByRole('button', { name: say('Fazer a primeira chamada', 'Make the first call') }).click();
  await expect(page.getByText(/201 Created/)).toBeVisible();
  expectAtMost(steps, 1, 0);
});

test('2. An invoice and its webhook, from its page: four clicks', async ({ page, visit, say }) => {
  const steps = await begin(page, visit, '/reference/notas/create-service-invoice');
  const console = await openConsole(page, say);
  await console.send();
  await expect(console.status).toContainText('201');
  await page.getByRole('button', { name: say('Receber como webhooks', 'Receive as webhooks') }).click();
  // The next step of an invoice is five seconds away.
  await page.locator('#try a[href*="delivery="]').first().click();
  await expect(page.getByText('200 OK').first()).toBeVisible();
  expectAtMost(steps, 4, 0);
});

test('3. Why a call failed, from the home page: two clicks', async ({ page, visit, say }) => {
  await visit('/requests');
  await (await openCaller(page)).createCustomer(wrongCustomer);
  const steps = await begin(page, visit, '/');
  const navigation = page.getByRole('navigation', { name: say('Principal', 'Main') });
  await navigation.getByRole('link', { name: say('Requisições', 'Requests') }).click();
  await page.getByRole('link', { name: /POST.*customers.*422/ }).click();
  const reason = say('Há campos inválidos', 'Some fields are not valid');
  await expect(page.getByRole('heading', { name: reason })).toBeVisible();
  expectAtMost(steps, 2, 0);
});

test('4. A key for the CI, on the page of keys: three clicks and its name', async ({ page, visit, say }) => {
  const steps = await begin(page, visit, '/keys');
  await page.getByRole('button', { name: say('Nova chave', 'New key') }).click();
  await page.getByLabel(say('Nome', 'Name'), { exact: true }).fill('CI');
  await page.getByRole('checkbox', { name: say('Notas: ler', 'Notas: read') }).check();
  await page.getByRole('button', { name: say('Criar chave', 'Create key') }).click();
  await expect(page.getByRole('region', { name: say('A chave CI está pronta', 'The key CI is ready') })).toBeVisible();
  expectAtMost(steps, 3, 1);
});

test('5. How Gestor pages, and its next page, from a list: one click each', async ({ page, visit, say }) => {
  const steps = await begin(page, visit, '/reference/gestor');
  await page.getByRole('main').locator('a[href*="/reference/gestor/lista"]').first().click();
  await page
    .getByRole('main')
    .getByRole('link', { name: say('Como paginar', 'How to paginate') })
    .click();
  await expect(page).toHaveURL(/how-it-works#pages$/);
  expectAtMost(steps, 2, 0);
});

test('6. A collection that has my key: one click', async ({ page, visit, say }) => {
  const steps = await begin(page, visit, '/downloads');
  const name = say('Baixar a coleção com a minha chave', 'Download the collection with my key');
  const button = page.getByRole('region', { name: 'Notas' }).getByRole('button', { name });
  await Promise.all([page.waitForEvent('download'), button.click()]);
  expectAtMost(steps, 1, 0);
});

test('7. What has changed between versions, from the older page: one click', async ({ page, visit, say }) => {
  const steps = await begin(page, visit, '/reference/crm/cadastrar-oportunidade-v1');
  const versions = page.getByRole('main').getByRole('navigation', { name: say('Versões', 'Versions') });
  await versions.getByRole('link', { name: 'v2' }).click();
  const title = say('O que mudou da v1 para a v2', 'What has changed from v1 to v2');
  await expect(page.getByRole('region', { name: title })).toBeVisible();
  expectAtMost(steps, 2, 0);
});

test('8. The operation that issues invoices, from anywhere: two clicks and three words', async ({
  page,
  visit,
  say,
}) => {
  const steps = await begin(page, visit, '/guides');
  await page
    .getByRole('button', { name: say('Buscar', 'Search') })
    .first()
    .click();
  await page.getByRole('combobox').fill(say('emitir nota', 'issue invoice'));
  await page.getByRole('option').first().click();
  await expect(page).toHaveURL(/\/reference\/notas\/create-service-invoice/);
  expectAtMost(steps, 2, 1);
});

test('9. A call that is limited, to see what my program does: two clicks and a choice', async ({
  page,
  visit,
  say,
}) => {
  const steps = await begin(page, visit, '/reference/notas/list-customers#try');
  const console = await findConsole(page, say);
  await console.region.getByText(say('Simular uma falha', 'Simulate a fault')).click();
  await console.region
    .getByLabel(say('Resposta', 'Response'), { exact: true })
    .selectOption({ label: '429 Too Many Requests' });
  await console.send();
  await expect(response(page)).toContainText('429');
  expectAtMost(steps, 2, 1);
});

test('10. A refused call, corrected and sent again, from its entry in the log: three clicks', async ({
  page,
  visit,
  say,
}) => {
  await visit('/requests');
  const { id } = await (await openCaller(page)).createCustomer({
    ...wrongCustomer,
    type: 'Individual',
    email: 'l@x.example',
  });
  const steps = await begin(page, visit, `/requests?id=${id}`);
  await page.getByRole('link', { name: say('Editar e reenviar', 'Edit and resend') }).click();
  const console = await findConsole(page, say);
  await console.send();
  await console.response.locator('[data-mend]').first().click();
  await console.send();
  await expect(response(page)).toContainText('201');
  expectAtMost(steps, 4, 0);
});

test('11. A TypeScript client of an API: one click', async ({ page, visit }) => {
  const steps = await begin(page, visit, '/downloads');
  const link = page.getByRole('region', { name: 'Notas' }).locator('a[download][href$=".tgz"]').first();
  await Promise.all([page.waitForEvent('download'), link.click()]);
  expectAtMost(steps, 1, 0);
});

test('12. Two days of retries, in a minute: one click', async ({ page, visit, say }) => {
  await visit('/webhooks');
  const { receive, sendTest } = await openWebhooks(page);
  await receive({ answer: { status: 500 } });
  await sendTest();
  const steps = await begin(page, visit, '/webhooks');
  await page.getByRole('button', { name: say('+ 2 dias', '+ 2 days') }).click();
  await expect(page.getByRole('button', { name: /webhook_test/ })).toContainText(/1\d (tentativas|attempts)/);
  expectAtMost(steps, 1, 0);
});
