import { spawnSync } from 'node:child_process';
import { startPortal } from '../../scripts/portal-process.ts';
import { findConsole, openConsole } from '../support/console.ts';
import { expect, serverSettings, test, withFolder } from '../support/portal-test.ts';

test('a call goes out pre-filled, and the answer shows all that belongs to it', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.send();
  await expect(console.status).toContainText(/201 Created .*\d+ (ms|s)/);
  await expect(console.answer).toContainText(/req_\w+/);
  await expect(console.answer).toContainText(/\d+ bytes|\d+ B|kB/);
  await expect(await console.tab(say('Corpo', 'Body'))).toContainText('"id": "cus_');
  const headers = await console.tab(/^(Cabeçalhos|Headers) \(\d+\)$/);
  await expect(headers).toContainText('x-request-id');
  await expect(headers).toContainText('location');
});

test('the console is not loaded before it is opened', async ({ page, visit, say }) => {
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

test('the curl of a call does the same call again', async ({ page, context, visit, say }) => {
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

test('an id that was just created is offered on the page that reads it', async ({ page, visit, say }) => {
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

test('the last calls are kept in this browser and can be filled in again', async ({ page, visit, say }) => {
  await visit('/reference/notas/list-customers');
  const console = await openConsole(page, say);
  await console.region.getByLabel('per_page', { exact: true }).fill('2');
  await console.send();
  await expect(console.status).toContainText('200');

  await page.reload();
  const again = await findConsole(page, say);
  await again.region.getByText(say('Últimas chamadas (1)', 'Last calls (1)')).click();
  await again.region.getByRole('button', { name: /\/customers\?.*per_page=2/ }).click();
  await expect(again.region.getByLabel('per_page', { exact: true })).toHaveValue('2');
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toContain('sk_test_');
});

test('an answer with an error is shown for what it is', async ({ page, visit, say }) => {
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

test('an empty answer is shown as empty', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const create = await openConsole(page, say);
  await create.send();
  await expect(create.status).toContainText('201');
  await visit('/reference/notas/delete-customer');
  const remove = await openConsole(page, say);
  await remove.send();
  await expect(remove.status).toContainText('204');
});

test('a server that is gone is told, with what to do', async ({ page, say, language }) => {
  await withFolder(async (folder) => {
    const portal = await startPortal(serverSettings(folder));
    try {
      await page.goto(`${portal.origin}${language === 'en' ? '/en' : ''}/reference/notas/list-customers`);
      const console = await openConsole(page, say);
      await console.send();
      await expect(console.status).toContainText('200');
      await portal.end();
      await console.send();
      await expect(console.answer.getByRole('alert')).toContainText(say('não respondeu', 'did not answer'));
      await expect(console.answer.getByRole('tab', { name: 'curl' })).toBeVisible();
    } finally {
      await portal.end();
    }
  });
});

test('a fault is simulated with the keyboard alone, shows in the curl, and leaves the key as it was', async ({
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

  const answer = console.region.getByLabel(say('Resposta', 'Answer'), { exact: true });
  await answer.selectOption('code=401');
  await console.send();
  await expect(console.status).toContainText('401');
  await expect(console.answer).not.toContainText(say('espaço de trabalho novo', 'new workspace'));
  await answer.selectOption('drop=before');
  await console.send();
  await expect(console.answer).toContainText(
    say('A conexão caiu, como você pediu', 'The connection broke, as you asked'),
  );
});
