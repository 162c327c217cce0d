import { readFile } from 'node:fs/promises';
import type { Download } from '@playwright/test';
import { newPerson, signIn, signUp } from '../support/people.ts';
import { expect, test } from '../support/portal-test.ts';

const customers = '/sandbox/notas/v1/customers';
const customer = {
  type: 'individual',
  name: 'Ana Lima',
  federal_tax_number: '52998224725',
  email: 'ana@correio.example',
};

const contentOf = async (download: Download) => readFile(await download.path(), 'utf8');

test('a workspace is exported, and imported into one that starts afresh: its records are there again', async ({
  page,
  visit,
  say,
  browser,
  portal,
}) => {
  test.slow();
  await visit('/workspace');
  const part = page.getByRole('region', { name: say('Exportar e importar', 'Export and import') });
  await expect(part).toBeVisible();
  const keyOf = (one: typeof page) =>
    one.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }).match(/sk_test_\w+/)?.[0]);
  const basic = (key?: string) => ({ authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` });
  const made = await page.request.post(customers, { headers: basic(await keyOf(page)), data: customer });
  expect(made.status()).toBe(201);
  const saved = page.waitForEvent('download');
  await part.getByRole('button', { name: say('Exportar o espaço', 'Export the workspace') }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(/^cais-\d{4}-\d\d-\d\d\.json$/);

  const afresh = await browser.newContext({ baseURL: portal.origin });
  const other = await afresh.newPage();
  await other.goto(portal.url + say('/workspace', '/en/workspace'));
  const there = other.getByRole('region', { name: say('Exportar e importar', 'Export and import') });
  await there.getByLabel(say('Arquivo a importar', 'File to import')).setInputFiles({
    name: 'cais.json',
    mimeType: 'application/json',
    buffer: Buffer.from(await contentOf(file)),
  });
  await there.getByRole('button', { name: say('Importar…', 'Import…') }).click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: say('Trocar pelos do arquivo', 'Replace by the file') })
    .click();
  await expect(there.getByText(say('O arquivo foi importado', 'The file was imported'))).toBeVisible();
  const found = await other.request.get(`${customers}?federal_tax_number=${customer.federal_tax_number}`, {
    headers: basic(await keyOf(other)),
  });
  expect(await found.text()).toContain('Ana Lima');

  await there.getByLabel(say('Arquivo a importar', 'File to import')).setInputFiles({
    name: 'notas.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('não é JSON'),
  });
  await there.getByRole('button', { name: say('Importar…', 'Import…') }).click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: say('Trocar pelos do arquivo', 'Replace by the file') })
    .click();
  await expect(there.getByRole('alert')).toContainText(say('não é um JSON', 'is not JSON'));
  await afresh.close();
});

test('an invitation is accepted by the link that was copied; then the workspace is handed over', async ({
  page,
  visit,
  say,
  browser,
  portal,
}) => {
  test.slow();
  const [owner, invited] = [newPerson('Marina Couto'), newPerson('Rafael Prado')];
  await visit('/sign-up');
  await signUp(page, say, owner);
  await page
    .getByRole('link', { name: say('Membros, convites e transferência', 'Members, invitations and handover') })
    .click();
  await expect(page.getByText(say('Você é a única pessoa', 'You are the only person'))).toBeVisible();
  await page.getByLabel('E-mail').fill(invited.email);
  await page.getByRole('button', { name: say('Convidar', 'Invite') }).click();
  const link = page.getByRole('region', { name: say('Link do convite', 'Invitation link') });
  await expect(link.getByRole('button', { name: say('Copiar o link', 'Copy the link') })).toBeVisible();
  const first = await link.locator('code').textContent();
  await link.getByRole('button', { name: say('Pronto', 'Done') }).click();
  await expect(link).toBeHidden();
  await page.getByRole('button', { name: say('Reenviar o convite', 'Resend the invitation') }).click();
  await expect(link.locator('code')).not.toHaveText(first ?? '');
  const url = (await link.locator('code').textContent()) ?? '';

  const theirs = await browser.newContext({ baseURL: portal.origin });
  const other = await theirs.newPage();
  await other.goto(first ?? '');
  await expect(other.getByText(say('Este convite não vale mais', 'This invitation is no longer valid'))).toBeVisible();
  await other.goto('about:blank');
  await other.goto(url);
  await other.getByRole('link', { name: say('Criar conta', 'Create account') }).click();
  await signUp(other, say, invited);
  await other.getByRole('button', { name: say('Aceitar o convite', 'Accept the invitation') }).click();
  await expect(other.getByRole('row', { name: /Rafael Prado/ })).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: say('Transferir e sair…', 'Hand over and leave…') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('Transferir e sair', 'Hand over and leave') })
    .click();
  await expect(page).toHaveURL(/\/workspace$/);
  await other.reload();
  await expect(other.getByRole('row', { name: /Marina Couto/ })).toBeHidden();
  await expect(other.getByRole('row', { name: /Rafael Prado/ }).getByRole('combobox')).toHaveValue('administrator');
  await theirs.close();
});

test('a person downloads what is held about them, and deletes the account', async ({ page, visit, say }) => {
  test.slow();
  const person = newPerson('Iara Leme');
  await visit('/sign-up');
  await signUp(page, say, person);
  await page.getByRole('link', { name: /Iara Leme/ }).click();
  const part = page.getByRole('region', { name: say('Seus dados', 'Your data') });
  const saved = page.waitForEvent('download');
  await part.getByRole('button', { name: say('Baixar os meus dados', 'Download my data') }).click();
  expect(JSON.parse(await contentOf(await saved)).person.email).toBe(person.email);

  await part.getByRole('button', { name: say('Excluir a conta…', 'Delete the account…') }).click();
  const dialog = page.getByRole('dialog', { name: say('Excluir a sua conta?', 'Delete your account?') });
  const password = dialog.getByLabel(say('Senha atual', 'Current password'));
  await password.fill('não é esta senha');
  await password.press('Enter');
  await expect(password).toHaveAccessibleDescription(
    say('Esta não é a sua senha atual.', 'This is not your current password.'),
  );
  await password.fill(person.password);
  await password.press('Enter');
  await expect(page.getByRole('link', { name: say('Entrar', 'Sign in'), exact: true })).toBeVisible();
  await visit('/sign-in');
  await signIn(page, say, person);
  await expect(page.getByRole('alert')).toContainText(say('incorretos', 'is incorrect'));
});
