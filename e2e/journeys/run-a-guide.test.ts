import { expectAccessible } from '../support/accessibility.ts';
import { openConsole } from '../support/console.ts';
import { expect, test } from '../support/portal-test.ts';

test('a guide runs here, in the reader’s workspace, and the console finds what it has created', async ({
  page,
  visit,
  say,
}) => {
  test.slow();
  await visit('/guides/quickstart');
  const run = page.getByRole('button', { name: say('Executar', 'Run'), exact: true });
  const results = page.locator('[data-run="done"]');

  // The invoice needs the customer of the block before it.
  await run.nth(2).click();
  await expect(results).toContainText('201 Created');
  await expect(results).toContainText(say('de que estes dependem', 'that these depend on'));
  await expect(results).toContainText('/sandbox/notas/v1/customers');
  await expect(results).toContainText('"status": "processing"');
  const id = (await results.textContent())?.match(/"(inv_\w+)"/)?.[1];
  await expect(results).toContainText('document_processing');

  await run.nth(3).click();
  await expect(results.nth(1)).toContainText('200 OK');
  await expect(results.nth(1)).toContainText(String(id));
  await expect(page.getByText(/export CAIS_KEY=sk_test_••••\w{4}/)).toBeVisible();
  await expectAccessible(page);

  await visit('/reference/notas/list-customers');
  const panel = await openConsole(page, say);
  await panel.send();
  await expect(page.locator('#try')).toContainText('Luana Cordeiro Vidal');
});

test('what a guide does appears on the page of the webhooks, and the chip shows its clock', async ({
  page,
  visit,
  say,
}) => {
  test.slow();
  await visit('/guides/webhooks');
  const run = page.getByRole('button', { name: say('Executar', 'Run'), exact: true });
  const results = page.locator('[data-run="done"]');
  await run.nth(1).click();
  await expect(results).toContainText('whsec_');
  await run.nth(2).click();
  await expect(results.nth(1)).toContainText('"ahead_seconds": 60');
  await expect(
    page.getByRole('button', { name: say('Relógio 1 minuto à frente', 'Clock 1 minute ahead') }),
  ).toBeVisible();

  await visit('/webhooks');
  await expect(page.getByRole('main')).toContainText('document_success');
});

test('a guide opens the workspace, shows its key in the command, and copies all of it', async ({
  page,
  visit,
  say,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/guides/sandbox');
  const block = page.locator('pre', { hasText: 'CAIS_KEY=' }).first();
  const lines = async () => (await block.textContent())?.split('\n').length;
  const before = await lines();
  await page
    .getByRole('button', { name: say('Executar', 'Run'), exact: true })
    .first()
    .click();
  await expect(page.locator('[data-run="done"]')).toContainText('200 OK');
  await expect(block).toContainText(/export CAIS_KEY=sk_test_••••\w{4}/);
  await expect(block).not.toContainText('guest_workspaces');
  expect(await lines()).toBe(before);
  await block.hover();
  await page.locator('pre', { hasText: 'CAIS_KEY=' }).first().locator('xpath=..').getByRole('button').click();
  const key = await page.evaluate(() => localStorage.getItem('cais.guest-key')?.match(/sk_test_\w+/)?.[0]);
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`export CAIS_KEY=${key}\n`);
});

test('commands that erase ask first, and programs have no button', async ({ page, visit, say }) => {
  await visit('/guides/sandbox');
  await page.getByRole('button', { name: say('Executar…', 'Run…') }).click();
  const question = page.getByRole('dialog', { name: say('Restaurar os dados iniciais?', 'Restore the sample data?') });
  await question.getByRole('button', { name: say('Cancelar', 'Cancel') }).click();
  await expect(page.locator('[data-run]')).toHaveCount(0);

  await visit('/guides/webhook-signatures');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: say('Executar', 'Run') })).toHaveCount(0);
});
