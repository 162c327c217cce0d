import { expectAccessible } from '../support/accessibility.ts';
import { findConsole, openConsole } from '../support/console.ts';
import { expect, test } from '../support/portal-test.ts';

test('a body is filled as a form or as JSON, and both show the same', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.region.getByRole('button', { name: say('Formulário', 'Form'), exact: true }).click();
  const name = console.region.getByRole('textbox', { name: /^name / });
  await expect(name).toHaveValue(/\w+/);
  await expectAccessible(page, { part: '#try' });
  await name.fill('Joana');
  await console.region.getByRole('combobox', { name: /^state/ }).selectOption('SP');
  await console.region.getByRole('checkbox', { name: say('Enviar phone', 'Send phone') }).uncheck();
  await console.region.getByRole('button', { name: say('Acrescentar um item a tags', 'Add an item to tags') }).click();
  await console.region.getByRole('textbox', { name: 'tags 2' }).fill('novo');

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
  await expect(again.region.getByRole('textbox', { name: /^name / })).toBeVisible();
});

test('a fault of a body stands at its field in the form', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.region.getByRole('button', { name: say('Formulário', 'Form'), exact: true }).click();
  const name = console.region.getByRole('textbox', { name: /^name / });
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

test('other headers are sent, kept with the call and in its link, but not if they are secrets', async ({
  page,
  context,
  visit,
  say,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/reference/notas/list-customers');
  const console = await openConsole(page, say);
  await console.region.getByText(say('Outros cabeçalhos', 'Other headers')).click();
  const add = console.region.getByRole('button', { name: say('+ cabeçalho', '+ header') });
  await add.click();
  const name = (number: number) =>
    console.region.getByLabel(say(`Cabeçalho ${number}`, `Header ${number}`), { exact: true });
  const value = (number: number) =>
    console.region.getByLabel(say(`Valor do cabeçalho ${number}`, `Value of header ${number}`));
  await expect(name(1)).toBeFocused();
  await name(1).fill('X Trace');
  await value(1).fill('abc 1');
  await page.keyboard.press('Control+Enter');
  await expect(name(1)).toBeFocused();
  await name(1).fill('X-Trace');
  await add.click();
  await name(2).fill('X-Auth-Token');
  await value(2).fill('hidden');
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('200');
  const sent = await console.tab(say('Requisição', 'Request'));
  await expect(sent).toContainText('X-Trace');
  await expect(sent).toContainText('X-Auth-Token');
  expect(await page.evaluate(() => localStorage.getItem('cais.calls'))).toMatch(/X-Trace(?!.*hidden)/);
  const copy = say('Copiar o link desta chamada', 'Copy a link to this call');
  await console.region.getByRole('button', { name: copy }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/also\.X-Trace=abc\+1/);
  expect(link).not.toContain('hidden');
});
