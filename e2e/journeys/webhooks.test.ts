import { expect, test } from '../support/portal-test.ts';
import { openWebhooks } from '../support/webhooks.ts';

test('three clicks lead from an empty workspace to a visible webhook', async ({ page, visit, say }) => {
  await visit('/webhooks');
  await page.getByRole('button', { name: say('Criar uma caixa de entrada', 'Create an inbox') }).click();
  await page.getByRole('button', { name: say('Usar como endpoint', 'Use as endpoint') }).click();
  await expect(page.getByText(/whsec_/)).toBeVisible();
  await page.getByRole('button', { name: say('Enviar evento de teste', 'Send a test event') }).click();

  const row = page.getByRole('button', { name: /webhook_test/ });
  await expect(row).toContainText(say('Entregue', 'Delivered'));
  await row.click();
  await expect(page.getByText('200 OK')).toBeVisible();
  await expect(page).toHaveURL(/delivery=dlv_/);

  await page.getByRole('tab', { name: say('Caixas de entrada', 'Inboxes') }).click();
  await page.getByText('webhook_test', { exact: true }).and(page.locator(':not(option)')).click();
  await expect(page.getByText(say('Assinatura válida', 'Valid signature'))).toBeVisible();
  await expect(page.getByText('"webhook_endpoint"')).toBeVisible();
});

test('a test event of any type is chosen, sent with example data, and marked in the log', async ({
  page,
  visit,
  say,
}) => {
  await visit('/webhooks');
  const { call, receive } = await openWebhooks(page);
  const { endpoint, inbox } = await receive();
  await visit(`/webhooks?tab=endpoints&endpoint=${endpoint.id}`);
  const type = page.getByLabel(say('Tipo do evento de teste', 'Type of the test event'));
  await expect(type.locator('option', { hasText: 'payable_available' })).toHaveCount(1);
  await type.selectOption('document_rejected');
  await page.getByRole('button', { name: say('Enviar evento de teste', 'Send a test event') }).click();
  await expect(page.getByText(say('O evento de teste foi enviado', 'The test event was sent'))).toBeVisible();

  await visit('/webhooks');
  const row = page.getByRole('button', { name: /document_rejected/ });
  await expect(row).toContainText(say('Entregue', 'Delivered'));
  await row.click();
  await expect(page.getByText(say('Evento de teste: nada mudou', 'A test event: no data changed'))).toBeVisible();
  const { data } = await call('GET', `/inboxes/${inbox.id}/messages`);
  expect(JSON.parse(data[0].body).event.data.document.status).toBe('rejected');
});

test('an endpoint is created for selected events, paused, resumed, given a new secret and deleted', async ({
  page,
  visit,
  say,
}) => {
  await visit('/webhooks?tab=endpoints');
  const address = page.getByLabel(say('Endereço', 'Address'));
  await address.fill('http://169.254.169.254/latest');
  await page.getByRole('button', { name: say('Criar endpoint', 'Create endpoint') }).click();
  await expect(page.getByRole('alert')).toContainText('169.254.169.254');

  const { url } = await (await openWebhooks(page)).call('POST', '/inboxes', {});
  await address.fill(url);
  await page.getByLabel(say('Descrição (opcional)', 'Description (optional)')).fill('Loja');
  await page.getByLabel(say('Todos, inclusive tipos futuros', 'All, including future types')).uncheck();
  await expect(page.getByText(say('Escolha ao menos um', 'Choose at least one'))).toBeVisible();
  await page.getByText(/^CRM/).click();
  await page.getByLabel('oportunidade_cadastrada').check();
  await page.getByLabel(say('Versão da API CRM', 'Version of the CRM API')).selectOption('v1');
  await page.getByRole('button', { name: say('Criar endpoint', 'Create endpoint') }).click();
  await expect(page.getByText(/whsec_/)).toBeVisible();

  const card = page.getByRole('region', { name: 'Loja' });
  await expect(card).toContainText('crm:oportunidade_cadastrada');
  await expect(card).toContainText('crm v1');
  await card.getByRole('button', { name: say('Pausar', 'Pause') }).click();
  await expect(card).toContainText(say('Pausado', 'Paused'));
  await expect(card.getByRole('button', { name: say('Enviar evento de teste', 'Send a test event') })).toBeDisabled();
  await card.getByRole('button', { name: say('Retomar', 'Resume') }).click();
  await expect(card).toContainText(say('Ativo', 'Active'));

  await card.getByRole('button', { name: say('Trocar o segredo…', 'Rotate the secret…') }).click();
  await card.getByRole('button', { name: say('Trocar', 'Rotate'), exact: true }).click();
  await expect(card.getByText(/whsec_/)).toBeVisible();
  await expect(card).toContainText(say('O segredo anterior também assina até', 'The previous secret also signs until'));

  await card.getByRole('button', { name: say('Excluir…', 'Delete…') }).click();
  await card.getByRole('button', { name: say('Excluir o endpoint', 'Delete the endpoint') }).click();
  await expect(card).toBeHidden();
});
