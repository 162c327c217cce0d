import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../support/accessibility.ts';
import { openConsole } from '../support/console.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/portal-test.ts';

test('an answer is folded, unfolded and read by keyboard', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.send();
  await expect(console.status).toContainText('201');
  const tree = console.response.getByRole('tree');
  const address = tree.getByRole('treeitem', { name: /"address"/ });
  const street = tree.getByRole('treeitem', { name: /"street"/ });
  await expect(street).toBeVisible();
  await tabTo(page, tree);
  for (let pressed = 0; pressed < 40 && (await address.getAttribute('aria-selected')) !== 'true'; pressed++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await expect(address).toHaveAttribute('aria-expanded', 'false');
  await expect(street).toBeHidden();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(street).toHaveAttribute('aria-selected', 'true');
  await expect(console.response.getByText('address.street', { exact: true })).toBeVisible();
  await expectAccessible(page, { part: '#try' });

  await console.response.getByRole('button', { name: say('Recolher', 'Collapse') }).click();
  await expect(street).toBeHidden();
  await console.response.getByRole('button', { name: say('Expandir', 'Expand') }).click();
  await expect(street).toBeVisible();

  await street.click();
  await expect(street).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(street).toHaveAttribute('aria-selected', 'false');
});

test('an answer is searched, and the path of what was found is copied', async ({ page, context, visit, say }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.send();
  await expect(console.status).toContainText('201');
  await console.response.getByRole('button', { name: say('Recolher', 'Collapse') }).click();
  const search = console.response.getByRole('searchbox', { name: say('Buscar na resposta', 'Search the response') });
  await search.fill('city');
  await expect(console.response.getByText(say('1 de 2', '1 of 2'))).toBeVisible();
  await search.press('Enter');
  await expect(console.response.getByText(say('2 de 2', '2 of 2'))).toBeVisible();
  await console.response
    .getByRole('button', { name: say('Copiar o caminho address.city_code', 'Copy the path address.city_code') })
    .click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('address.city_code');
});

test('a link of an answer to another operation is followed as the next call', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const create = await openConsole(page, say);
  await create.send();
  await expect(create.status).toContainText('201');
  await create.response
    .getByRole('tree')
    .getByRole('link', { name: /\/customers\/cus_/ })
    .click();
  await expect(page).toHaveURL(/\/reference\/notas\/get-customer#try/);
  const field = page.locator('#try').getByLabel('customer_id').first();
  await expect(field).toHaveValue(/^cus_/);
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('#try [data-phase]').getByRole('status').first()).toContainText('200');
});

test('what was sent is shown with its headers, but without the key, and the answer is saved as a file', async ({
  page,
  visit,
  say,
}) => {
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  await console.send();
  await expect(console.status).toContainText('201');
  const download = page.waitForEvent('download');
  await console.response.getByRole('link', { name: say('Baixar customers.json', 'Download customers.json') }).click();
  const text = await readFile((await (await download).path()) as string, 'utf8');
  expect(JSON.parse(text)).toHaveProperty('id');
  const sent = await console.tab(say('Requisição', 'Request'));
  await expect(sent).toContainText(/POST http\S+\/sandbox\/notas\/v1\/customers/);
  await expect(sent).toContainText('Basic ••••');
  await expect(sent).not.toContainText(/sk_test_\w{10}/);
  await expect(sent).toContainText(say('espera', 'waiting'));
});
