import { expect, test } from '../support/portal-test.ts';
import { openSearch } from '../support/search.ts';

test('the search opens the console of the operation that is read', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const { field, dialog, active } = await openSearch(page, say);
  await field.fill('console');
  await expect(active).toHaveText(say('Abrir o console desta operação', "Open this operation's console"));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.locator('#try').getByRole('button', { name: say('Enviar', 'Send'), exact: true })).toBeVisible();
  await expect(page).toHaveURL(/#try$/);
});

test('the search changes the theme', async ({ page, visit, say }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await visit('/guides/errors');
  const html = page.locator('html');
  const { field, dialog, active } = await openSearch(page, say);
  await field.fill(say('tema escuro', 'dark'));
  await expect(active).toHaveText(say('Tema escuro', 'Dark theme'));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(html).toHaveAttribute('data-theme', 'dark');
});

test('the search leads to this page in another language, asked for in either', async ({ page, visit, say }) => {
  await visit('/guides/errors?from=here#keys');
  const { field, active } = await openSearch(page, say);
  for (const query of ['español', 'spanish', 'espanhol']) {
    await field.fill(query);
    await expect(active, query).toHaveText(say('Ler esta página em Español', 'Read this page in Español'));
  }
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/es\/guides\/errors\?from=here#keys$/);
});

test('the search copies the test key of this browser, made if there is none', async ({ page, visit, say, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/guides/errors');
  const { field, dialog, options } = await openSearch(page, say);
  await field.fill(say('copiar', 'copy'));
  await options.filter({ hasText: say('Criar uma chave de teste e copiar', 'Create a test key and copy it') }).click();
  await expect(dialog).toContainText(say('Chave copiada.', 'Key copied.'));
  await expect(dialog).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^sk_test_/);

  await field.fill('');
  await field.fill(say('copiar', 'copy'));
  await options.filter({ hasText: say('Copiar minha chave de teste', 'Copy my test key') }).click();
  await expect(dialog).toContainText(say('Chave copiada.', 'Key copied.'));
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(copied);
});

test('before anything is typed, commands are the last options', async ({ page, visit, say }) => {
  await visit('/');
  const { dialog, options } = await openSearch(page, say);
  const commands = dialog.getByRole('group', { name: say('Comandos', 'Commands') });
  await expect(commands.getByRole('option')).toContainText([
    say('Ir para as requisições', 'Go to requests'),
    say('Ir para os webhooks', 'Go to webhooks'),
    say('Ir para as chaves', 'Go to keys'),
  ]);
  await expect(commands).not.toContainText('console');
  await page.keyboard.press('ArrowUp');
  await expect(options.last()).toHaveAttribute('aria-selected', 'true');
  await options.filter({ hasText: say('Ir para as chaves', 'Go to keys') }).click();
  await expect(page).toHaveURL(/\/keys$/);
  await expect(dialog).toBeHidden();
});

test('what only has the words of a command stays a result first', async ({ page, visit, say }) => {
  await visit('/');
  const { find, dialog, active } = await openSearch(page, say);
  await find(say('chave', 'key'));
  await expect(active).toContainText(say('Chaves', 'Keys'));
  const groups = dialog.getByRole('group', { name: /./ }).locator('[role="presentation"]');
  await expect(groups.last()).toHaveText(say('Comandos', 'Commands'));
});
