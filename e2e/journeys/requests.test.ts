import { findConsole, openConsole } from '../support/console.ts';
import { expect, test } from '../support/portal-test.ts';
import { openCaller, wrongCustomer } from '../support/requests.ts';
import { openWebhooks } from '../support/webhooks.ts';

test('a call that failed elsewhere is found by its status, explained at its field, fixed in the console and sent again', async ({
  page,
  visit,
  say,
}) => {
  await visit('/requests');
  await expect(page.getByRole('heading', { name: say('Nenhuma requisição ainda', 'No requests yet') })).toBeVisible();
  const caller = await openCaller(page);
  const { id, status } = await caller.createCustomer(wrongCustomer);
  expect(status).toBe(422);
  await caller.readCustomer('cus_f5kznwj47tan9zt2');

  await page.getByLabel('Status', { exact: true }).selectOption('4xx');
  await expect(page).toHaveURL(/[?&]status=4xx/);
  await page.getByRole('link', { name: /POST.*customers.*422/ }).click();
  await expect(page).toHaveURL(new RegExp(`status=4xx&id=${id}`));

  await expect(
    page.getByRole('heading', { name: say('Há campos inválidos', 'Some fields are not valid') }),
  ).toBeVisible();
  const wrong = page.locator('li[data-wrong="true"]');
  await expect(wrong).toHaveCount(1);
  await expect(wrong).toContainText('"email": "luana"');
  await expect(wrong).toContainText(say('deve ser um valor válido', 'must be a valid'));
  const facts = page.getByRole('region', { name: say('Detalhes da requisição', 'Who, from where, what') });
  await expect(facts.getByText('invoices/2.1')).toBeVisible();
  await expect(page.locator('pre').filter({ hasText: '"$CAIS_KEY:x"' })).toBeVisible();
  const rule = page.getByRole('link', { name: say('A regra na referência', 'The rule in the reference') });
  await expect(rule).toHaveAttribute('href', /\/reference\/notas\/create-customer#body\.email$/);

  await page.getByRole('link', { name: say('Editar e reenviar', 'Edit and resend') }).click();
  const panel = await findConsole(page, say);
  await expect(panel.region.getByText(id)).toBeVisible();
  const body = panel.region.getByLabel(say('Corpo', 'Body'), { exact: true });
  await expect(body).toHaveValue(/"email": "luana"/);
  await body.fill(JSON.stringify({ ...wrongCustomer, email: 'luana.vidal@correio.example' }));
  await panel.send();
  await expect(panel.status).toContainText('201');
  const comparison = panel.response.getByRole('region', { name: say('Comparada com', 'Compared with') });
  await expect(comparison).toContainText('422 Unprocessable Content');
  await expect(comparison).toContainText('201 Created');
  await expect(comparison).toContainText('location');
  await expect(comparison.locator('ins', { hasText: 'luana.vidal@correio.example' })).toBeVisible();
});

test('the rule of a wrong field is shown where the reference documents it', async ({ page, visit, say }) => {
  await visit('/requests');
  const { id } = await (await openCaller(page)).createCustomer({ ...wrongCustomer, address: { state: 'XX' } });
  await visit(`/requests?id=${id}`);
  const issue = page.getByRole('listitem').filter({ hasText: 'address' });
  await issue
    .getByRole('link', { name: say('A regra na referência', 'The rule in the reference') })
    .first()
    .click();
  await expect(page).toHaveURL(/create-customer#body\.address/);
  await expect(page.locator('[id="body.address"]')).toBeInViewport();
});

test('the console leads from its response to the entry, which says what the call caused', async ({
  page,
  visit,
  say,
}) => {
  await visit('/reference/notas/create-service-invoice');
  const panel = await openConsole(page, say);
  await panel.send();
  await expect(panel.status).toContainText('20');
  await panel.response
    .getByRole('link', { name: /^req_\w{32}$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/requests\?id=req_/);
  await expect(page.getByText('/serviceinvoices').first()).toBeVisible();
  const caused = page.getByRole('region', { name: say('O que ela causou', 'What it caused') });
  await expect(caused.getByText('document_processing')).toBeVisible();
  await expect(page.getByRole('heading', { name: /Para onde foram os|Where the .* went/ })).toBeVisible();
});

test('filters are part of the address, and calls to the platform API are shown on request', async ({
  page,
  visit,
  say,
}) => {
  await visit('/requests');
  const caller = await openCaller(page);
  await caller.readCustomer('cus_nowhere');
  await caller.createCustomer(wrongCustomer);
  const rows = page.locator('main li a');
  await expect(rows).toHaveCount(2);

  await visit('/requests?status=404&q=cus_NOWHERE&method=GET');
  await expect(rows).toHaveCount(1);
  await expect(page.getByLabel('Status', { exact: true })).toHaveValue('404');
  await expect(page.getByLabel(say('Método', 'Method'))).toHaveValue('GET');
  await page.getByRole('searchbox', { name: say('Buscar', 'Search') }).fill('luana');
  await expect(page.getByText(say('Nenhuma requisição corresponde', 'No request matches'))).toBeVisible();
  await page
    .getByRole('button', { name: say('Limpar filtros', 'Clear filters') })
    .first()
    .click();
  await expect(page).not.toHaveURL(/status=/);
  await expect(rows).toHaveCount(2);

  await page.getByRole('checkbox', { name: say('API da plataforma', 'platform API') }).check();
  await expect(page).toHaveURL(/target=all/);
  await expect(page.getByRole('link', { name: /platform\/v1/ }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: /GET.*platform\/v1\/requests/ })).toHaveCount(0);
});

test('another key may be typed for a call, but not a production key', async ({ page, visit, say }) => {
  await visit('/reference/notas/list-customers');
  const panel = await openConsole(page, say);
  await panel.region.getByRole('checkbox', { name: say('Usar outra chave', 'Use another key') }).check();
  const key = panel.region.getByLabel(say('Chave ou token', 'Key or token'));
  await key.fill('sk_live_0000');
  await expect(panel.region.getByText(say('Esta chave é de produção', 'This is a production key'))).toBeVisible();
  await key.fill(`sk_test_${'0'.repeat(56)}`);
  await panel.send();
  await expect(panel.status).toContainText('401');
});

test('ids of requests in bodies lead to their entries, in the console and in an entry', async ({
  page,
  visit,
  say,
}) => {
  await visit('/requests');
  await (await openWebhooks(page)).createOpportunity();
  await visit('/reference/platform/list-events');
  const panel = await openConsole(page, say);
  await panel.send();
  const id = { name: /^req_\w{32}$/ };
  await panel.response.getByRole('tree').getByRole('link', id).first().click();
  await expect(page.getByText('/sandbox/crm/v2/oportunidades').first()).toBeVisible();

  await visit('/requests?api=platform&operation=listEvents');
  await page
    .getByRole('link', { name: /GET.*events.*200/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: say('Resposta', 'Response'), exact: true })).toBeVisible();
  await page.locator('pre').getByRole('link', id).first().click();
  await expect(page.getByText('/sandbox/crm/v2/oportunidades').first()).toBeVisible();
});

test('deliveries and the audit trail lead to the calls that caused them', async ({ page, visit, say }) => {
  await visit('/webhooks');
  const webhooks = await openWebhooks(page);
  await webhooks.receive();
  await webhooks.createOpportunity();
  await webhooks.call('POST', '/api_keys', { name: 'Loja', scopes: ['*:read'] });
  await page.reload();
  await page.getByRole('button', { name: /oportunidade_cadastrada/ }).click();
  await page.getByRole('link', { name: /^req_/ }).first().click();
  await expect(
    page.getByRole('link', { name: say('Ver as entregas em Webhooks', 'See the deliveries in Webhooks') }),
  ).toBeVisible();
  await visit('/keys?tab=audit');
  await page.getByRole('link', { name: /^req_/ }).first().click();
  await expect(page.getByText('/platform/v1/api_keys').first()).toBeVisible();
});

test('an entry that this workspace does not have is explained', async ({ page, visit, say }) => {
  await visit(`/requests?id=req_${'0'.repeat(32)}`);
  await expect(
    page.getByRole('heading', { name: say('não está no registro', 'is not in your workspace') }),
  ).toBeVisible();
  await page
    .getByRole('link', { name: say('Ver as requisições do meu espaço', 'See my workspace’s requests') })
    .click();
  await expect(page.getByRole('search')).toBeVisible();
});

test('in a narrow window the log and an entry fit, and the keyboard opens a row and comes back', async ({
  page,
  visit,
  say,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit('/requests');
  const { id } = await (await openCaller(page)).createCustomer(wrongCustomer);
  const row = page.getByRole('link', { name: /POST.*customers/ });
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(id));
  await expect(page.getByRole('heading', { name: say('Resposta', 'Response'), exact: true })).toBeVisible();
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overhang()).toBeLessThanOrEqual(0);
  await page.goBack();
  await expect(row).toBeVisible();
  expect(await overhang()).toBeLessThanOrEqual(0);
});
