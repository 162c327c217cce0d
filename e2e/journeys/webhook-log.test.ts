import { startPortal } from '../../scripts/portal-process.ts';
import { openConsole } from '../support/console.ts';
import { expect, serverSettings, test, withFolder } from '../support/portal-test.ts';
import { openWebhooks } from '../support/webhooks.ts';

test('retries happen as the clock moves, and a delivery is resent once its receiver is back', async ({
  page,
  visit,
  say,
}) => {
  await visit('/webhooks');
  const webhooks = await openWebhooks(page);
  const { inbox } = await webhooks.receive({ answer: { status: 503 } });
  await webhooks.sendTest();
  await page.reload();

  const row = page.getByRole('button', { name: /webhook_test/ });
  await expect(row).toContainText(say('Vai tentar de novo', 'Will retry'));
  await expect(row).toContainText('503');
  await row.click();
  const attempts = page.getByRole('heading', { name: /^(Tentativas|Attempts) \(/ });
  await expect(attempts).toHaveText(/\(1\)/);
  await page.getByRole('button', { name: say('Adiantar o relógio até lá', 'Move the clock there') }).click();
  await expect(attempts).toHaveText(/\(2\)/);

  const clock = page.getByRole('region', { name: say('Relógio', 'Clock') });
  await clock.getByRole('button', { name: say('+ 1 dia', '+ 1 day') }).click();
  await expect(attempts).toHaveText(/\(1[0-9]\)/);
  await clock.getByRole('button', { name: say('+ 2 dias', '+ 2 days') }).click();
  await expect(row).toContainText(say('Falhou', 'Failed'));
  await expect(attempts).toHaveText(/\(16\)/);
  await expect(page.getByText(say('Todas as tentativas falharam', 'Every attempt failed'))).toBeVisible();

  await webhooks.call('PATCH', `/inboxes/${inbox.id}`, { answer: { status: 200 } });
  await page.getByRole('button', { name: say('Reenviar agora', 'Resend now') }).click();
  await expect(row).toContainText(say('Entregue', 'Delivered'));
  await expect(attempts).toHaveText(/\(17\)/);
});

test('all failed deliveries are resent at once', async ({ page, visit, say }) => {
  await visit('/webhooks');
  const webhooks = await openWebhooks(page);
  const { inbox } = await webhooks.receive({ answer: { status: 500 } });
  for (const _ of 'ab') await webhooks.sendTest();
  await webhooks.call('PATCH', '/workspace/clock', { advance_seconds: 200_000 });
  await page.reload();
  const failed = page.getByRole('button', { name: /webhook_test/ }).filter({ hasText: say('Falhou', 'Failed') });
  await expect(failed).toHaveCount(2);

  await webhooks.call('PATCH', `/inboxes/${inbox.id}`, { answer: { status: 204 } });
  await page.getByRole('button', { name: say('Reenviar entregas com falha…', 'Resend failed deliveries…') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('Reenviar', 'Resend'), exact: true }).click();
  await expect(dialog.getByText(say('voltaram à fila: 2', 'back in the queue: 2'))).toBeVisible();
  await page.keyboard.press('Escape');
  const delivered = page
    .getByRole('button', { name: /webhook_test/ })
    .filter({ hasText: say('Entregue', 'Delivered') });
  await expect(delivered).toHaveCount(2);
});

test('filters are applied by the server and are part of the address, which can be shared', async ({
  page,
  visit,
  say,
}) => {
  await visit('/webhooks');
  const webhooks = await openWebhooks(page);
  await webhooks.receive();
  await webhooks.sendTest();
  await webhooks.createOpportunity();
  await page.reload();
  const rows = page.getByRole('listitem').filter({ has: page.getByRole('button', { expanded: false }) });
  await expect(rows.filter({ hasText: 'webhook_test' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'oportunidade_cadastrada' })).not.toHaveCount(0);

  await page.getByLabel('API', { exact: true }).selectOption('platform');
  await expect(page).toHaveURL(/[?&]api=platform/);
  await expect(rows).toHaveCount(1);

  await page.getByLabel(say('Situação', 'Status')).selectOption('failed');
  await expect(page.getByText(say('Nenhuma entrega corresponde', 'No delivery matches'))).toBeVisible();
  await page.getByRole('button', { name: say('Mostrar todas', 'Show all') }).click();
  await page.getByRole('searchbox', { name: say('Buscar', 'Search') }).fill('refrigerados');
  await expect(page).toHaveURL(/[?&]q=refrigerados/);
  await expect(rows.filter({ hasText: 'webhook_test' })).toHaveCount(0);
  await expect(rows.filter({ hasText: 'oportunidade_cadastrada' })).not.toHaveCount(0);

  await visit(`/webhooks?status=delivered&type=webhook_test`);
  await expect(page.getByLabel(say('Tipo', 'Type'))).toHaveValue('webhook_test');
  await expect(rows).toHaveCount(1);
});

test('a lost connection is reported, and the log resumes once the server is back', async ({ page, say, language }) => {
  await withFolder(async (folder) => {
    let portal = await startPortal(serverSettings(folder));
    const live = page.getByRole('button', { name: say('Ao vivo', 'Live'), exact: true });
    try {
      await page.goto(`${portal.origin}${language === 'en' ? '/en' : ''}/webhooks`);
      const webhooks = await openWebhooks(page, portal.origin);
      await webhooks.receive();
      await webhooks.sendTest();
      await expect(page.getByRole('button', { name: /webhook_test/ })).toHaveCount(1);
      await expect(live).toBeVisible();
      await portal.end();
      await expect(page.getByText(say('Conexão perdida', 'Connection lost'))).toBeVisible();
      portal = await startPortal(serverSettings(folder), { port: Number(new URL(portal.origin).port) });
      await webhooks.sendTest();
      await expect(live).toBeVisible({ timeout: 30_000 });
      await expect(page.getByRole('button', { name: /webhook_test/ })).toHaveCount(2);
    } finally {
      await portal.end();
    }
  });
});

test('the console shows what a call has caused, with a link to the log', async ({ page, visit, say }) => {
  await visit('/webhooks');
  await (await openWebhooks(page)).receive();
  await visit('/reference/notas/create-service-invoice');
  const console = await openConsole(page, say);
  await console.send();
  const trail = console.response.getByRole('region', {
    name: say('O que esta chamada causou', 'What this call caused'),
  });
  await expect(trail.getByText('document_processing')).toBeVisible();
  await expect(trail.getByText(say('Entregue', 'Delivered')).first()).toBeVisible();

  const id = (await console.response.textContent())?.match(/req_\w{32}/)?.[0];
  await trail.getByRole('link', { name: say('Ver no histórico de entregas', 'View in the delivery log') }).click();
  await expect(page).toHaveURL(new RegExp(`request_id=${id}`));
  await expect(page.getByRole('button', { name: /document_processing/ })).toBeVisible();
});

test('a read-only call in the console shows no events', async ({ page, visit, say }) => {
  await visit('/reference/notas/list-customers');
  const console = await openConsole(page, say);
  await console.send();
  await expect(console.status).toContainText('200');
  await expect(console.response.getByRole('region')).toHaveCount(0);
});
