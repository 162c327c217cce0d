import { expectAccessible } from '../support/accessibility.ts';
import { newPerson, signIn, signUp } from '../support/people.ts';
import { expect } from '../support/portal-test.ts';
import { test } from '../support/provider.ts';
import { field, question, sendButton, thanks } from '../support/suggest.ts';

test('a reader writes on a guide and on an endpoint page, without an account, and the provider reads it', async ({
  page,
  visit,
  say,
  provider,
}) => {
  test.slow();
  const [about, beside] = [`Falta <b>um</b> exemplo ${Date.now()}`, `Which limits? ${Date.now()}`];
  await visit('/guides/gestor');
  await expect(page.getByText(say('As sugestões vão para', 'Suggestions go to'))).toContainText('Gestor');
  await question(page, say).click();
  await field(page, say).fill(about);
  await page.getByLabel(say('E-mail para resposta', 'E-mail for an answer')).fill('leitora@loja.example');
  await sendButton(page, say).click();
  await expect(thanks(page, say)).toBeVisible();
  await expect(thanks(page, say).locator('..'), 'takes the focus of the form').toBeFocused();

  await visit('/reference/notas/create-customer');
  await question(page, say).click();
  await field(page, say).fill(beside);
  await sendButton(page, say).click();
  await expect(thanks(page, say)).toBeVisible();

  await visit('/suggestions');
  await page
    .getByRole('main')
    .getByRole('link', { name: say('Entrar', 'Sign in') })
    .click();
  await signIn(page, say, provider);
  await expect(page).toHaveURL(/\/suggestions$/);
  const card = page.getByRole('article').filter({ hasText: about });
  await expect(card).toContainText('leitora@loja.example');
  await expect(card.locator('b'), 'what a reader writes is text').toHaveCount(0);
  await expectAccessible(page);
  await page.getByLabel('API', { exact: true }).selectOption('notas');
  await expect(card).toBeHidden();
  const other = page.getByRole('article').filter({ hasText: beside });
  await expect(other.getByRole('link', { name: '/reference/notas/create-customer' })).toHaveAttribute(
    'href',
    say('/reference/notas/create-customer', '/en/reference/notas/create-customer'),
  );
  await other.getByRole('button', { name: say('Marcar como resolvida', 'Mark as done') }).click();
  await expect(page.getByText(say('foi marcada como resolvida', 'was marked as done'))).toBeFocused();
  await expect(other).toBeHidden();
  await page.getByLabel(say('Situação', 'State')).selectOption('done');
  await other.getByRole('button', { name: say('Reabrir', 'Reopen') }).click();
  await expect(other).toBeHidden();
  await page.getByLabel(say('Situação', 'State')).selectOption('all');
  await other.getByRole('button', { name: say('Excluir…', 'Delete…') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('Excluir', 'Delete'), exact: true })
    .click();
  await expect(other).toBeHidden();
  await page.getByLabel('API', { exact: true }).selectOption('gestor');
  await card.getByRole('button', { name: say('Só desta página', 'Only this page') }).click();
  await expect(page.getByText(say('Só as sugestões sobre', 'Only suggestions about'))).toContainText('/guides/gestor');
  await expect(card).toBeVisible();
});

test('the list is closed to everybody but the provider, whose account leads to it', async ({
  page,
  visit,
  say,
  provider,
}) => {
  await visit('/suggestions');
  await page
    .getByRole('main')
    .getByRole('link', { name: say('Criar conta', 'Create account') })
    .click();
  await signUp(page, say, newPerson('Rafael Prado'));
  await expect(
    page.getByText(say('Só o provedor deste portal lê', 'Only the provider of this portal reads')),
  ).toBeVisible();
  await page.getByRole('link', { name: /Rafael Prado/ }).click();
  await page.getByRole('button', { name: say('Sair da conta', 'Sign out') }).click();
  await page.getByRole('link', { name: say('Entrar', 'Sign in'), exact: true }).click();
  await signIn(page, say, provider);
  await page.getByRole('link', { name: /Marina Couto/ }).click();
  await page.getByRole('link', { name: say('sugestões dos leitores', "readers' suggestions") }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('Sugestões dos leitores', "Readers' suggestions"),
  );
});

test('the overview of an API says whom to write to', async ({ page, visit, say }) => {
  await visit('/reference/gestor');
  const contact = page.getByRole('main').getByRole('link', { name: 'integracoes@gestor.example' });
  await expect(contact).toHaveAttribute('href', 'mailto:integracoes@gestor.example');
  await expect(page.getByRole('main')).toContainText(say('Atendimento do Gestor', 'Gestor support'));
});
