import { expectAccessible } from '../support/accessibility.ts';
import { findConsole, openConsole } from '../support/console.ts';
import { expect, test } from '../support/portal-test.ts';

test('a body is filled as a form or as JSON, and both show the same', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.region.getByRole('button', { name: say('Formulário', 'Form'), exact: true }).click();
  const name = console.region.getByLabel('name', { exact: true });
  await expect(name).toHaveValue(/\w+/);
  await expectAccessible(page, { part: '#try' });
  await name.fill('Joana');
  await console.region.getByLabel('state', { exact: true }).selectOption('SP');
  await console.region.getByRole('checkbox', { name: say('Enviar phone', 'Send phone') }).uncheck();
  await console.region.getByRole('button', { name: say('Acrescentar um item a tags', 'Add an item to tags') }).click();
  await console.region.getByLabel('tags 2').fill('novo');

  await console.region.getByRole('button', { name: 'JSON', exact: true }).click();
  const body = console.region.getByRole('textbox', { name: say('Corpo', 'Body') });
  const sent = JSON.parse(await body.inputValue());
  expect(sent).toMatchObject({ name: 'Joana', address: { state: 'SP' }, tags: [sent.tags[0], 'novo'] });
  expect(sent).not.toHaveProperty('phone');

  await body.fill(JSON.stringify({ ...sent, name: 'Ana' }));
  await console.region.getByRole('button', { name: say('Formulário', 'Form'), exact: true }).click();
  await expect(name).toHaveValue('Ana');
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('201');

  // The choice stays.
  await page.reload();
  const again = await findConsole(page, say);
  await expect(again.region.getByLabel('name', { exact: true })).toBeVisible();
});

test('a fault of a body stands at its field in the form', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.region.getByRole('button', { name: say('Formulário', 'Form'), exact: true }).click();
  const name = console.region.getByLabel('name', { exact: true });
  await console.region.getByRole('checkbox', { name: say('Enviar name', 'Send name') }).uncheck();
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('422');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await console.response.getByRole('button', { name: 'name', exact: true }).click();
  await expect(name).toBeFocused();
  await console.region.locator('form').locator('[data-mend]').click();
  await expect(name).toHaveValue(/\w+/);
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('201');
});
