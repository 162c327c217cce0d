import { spawnSync } from 'node:child_process';
import { startPortal } from '../../scripts/portal-process.ts';
import { findConsole, openConsole } from '../support/console.ts';
import { expect, serverSettings, test, withFolder } from '../support/portal-test.ts';

test('a call is pre-filled, and its response is shown in full', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.send();
  await expect(console.status).toContainText(/201 Created .*\d+ (ms|s)/);
  await expect(console.response).toContainText(/req_\w+/);
  await expect(console.response).toContainText(/\d+ bytes|\d+ B|kB/);
  await expect(await console.tab(say('Corpo', 'Body'))).toContainText('"id": "cus_');
  const headers = await console.tab(/^(Cabeçalhos|Headers) \(\d+\)$/);
  await expect(headers).toContainText('x-request-id');
  await expect(headers).toContainText('location');
});

test('the console is loaded only when it is opened', async ({ page, visit, say }) => {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url());
  });
  await visit('/reference/notas/list-customers');
  await page.waitForLoadState('networkidle');
  const before = scripts.length;
  await openConsole(page, say);
  expect(scripts.length).toBeGreaterThan(before);
});

test('the curl command repeats the call', async ({ page, context, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.region.getByRole('textbox', { name: say('Corpo', 'Body') }).fill(
    JSON.stringify({
      type: 'individual',
      name: "Joana d'Arc & filhos",
      federal_tax_number: '52998224725',
      email: 'joana@correio.example',
      send_invoice_by_email: false,
    }),
  );
  await console.send();
  await expect(console.status).toContainText('201');
  const panel = await console.tab('curl');
  await expect(panel).not.toContainText(/sk_test_\w{40}/);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.getByRole('button', { name: say('Copiar', 'Copy') }).click();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  const { stdout, status } = spawnSync('bash', ['-c', `${command} --silent`], { encoding: 'utf8' });
  expect(status).toBe(0);
  const body = stdout.slice(stdout.indexOf('{'));
  expect(JSON.parse(body)).toMatchObject({ name: "Joana d'Arc & filhos", send_invoice_by_email: false });
});

test('a newly created id is suggested on the page that reads it', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const create = await openConsole(page, say);
  await create.send();
  await expect(create.status).toContainText('201');
  const id = (await (await create.tab(say('Corpo', 'Body'))).textContent())?.match(/cus_\w+/)?.[0];
  expect(id).toBeTruthy();

  await visit('/reference/notas/get-customer');
  const read = await openConsole(page, say);
  await expect(read.region.getByLabel('customer_id').first()).toHaveValue(id ?? '');
  await read.send();
  await expect(read.status).toContainText('200');
});

test('the last calls are stored in this browser and can be restored', async ({ page, visit, say }) => {
  await visit('/reference/notas/list-customers');
  const console = await openConsole(page, say);
  await console.region.getByLabel('per_page', { exact: true }).fill('2');
  await console.send();
  await expect(console.status).toContainText('200');

  await page.reload();
  const again = await findConsole(page, say);
  await again.region.getByText(say('Últimas chamadas (1)', 'Recent calls (1)')).click();
  await again.region.getByRole('button', { name: /\/customers\?.*per_page=2/ }).click();
  await expect(again.region.getByLabel('per_page', { exact: true })).toHaveValue('2');
  const stored = await page.evaluate(() => localStorage.getItem('cais.calls'));
  expect(stored).not.toContain('sk_test_');
});

test('an error response is shown like any other', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  const body = console.region.getByRole('textbox', { name: say('Corpo', 'Body') });
  await body.fill('{"name": "X"}');
  await console.send();
  await expect(console.status).toContainText('422');
  await expect(await console.tab(say('Corpo', 'Body'))).toContainText('userMessage');

  await body.fill('{"name": ');
  await console.send();
  await expect(console.status).toContainText('400');
});

test('an empty response is shown as empty', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const create = await openConsole(page, say);
  await create.send();
  await expect(create.status).toContainText('201');
  await visit('/reference/notas/delete-customer');
  const remove = await openConsole(page, say);
  await remove.send();
  await expect(remove.status).toContainText('204');
});

test('an unreachable server is reported, with advice', async ({ page, say, language }) => {
  await withFolder(async (folder) => {
    const portal = await startPortal(serverSettings(folder));
    try {
      await page.goto(`${portal.origin}${language === 'en' ? '/en' : ''}/reference/notas/list-customers`);
      const console = await openConsole(page, say);
      await console.send();
      await expect(console.status).toContainText('200');
      await portal.end();
      await console.send();
      await expect(console.response.getByRole('alert')).toContainText(say('não respondeu', 'did not respond'));
      await expect(console.response.getByRole('tab', { name: 'curl' })).toBeVisible();
    } finally {
      await portal.end();
    }
  });
});

test('a fault is simulated by keyboard only, appears in the curl command, and does not replace the key', async ({
  page,
  visit,
  say,
}) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  const summary = console.region.getByText(say('Simular uma falha', 'Simulate a fault'));
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('503');
  await expect(summary).toContainText('Prefer: code=503');
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('503');
  await expect(await console.tab(/^(Cabeçalhos|Headers) \(\d+\)$/)).toContainText('preference-applied');
  await expect(await console.tab('curl')).toContainText("'Prefer: code=503'");

  const response = console.region.getByLabel(say('Resposta', 'Response'), { exact: true });
  await response.selectOption('code=401');
  await console.send();
  await expect(console.status).toContainText('401');
  await expect(console.response).not.toContainText(say('espaço de trabalho novo', 'new workspace'));
  await response.selectOption('drop=before');
  await console.send();
  await expect(console.response).toContainText(
    say('A conexão caiu, como você pediu', 'The connection dropped, as you asked'),
  );
});
