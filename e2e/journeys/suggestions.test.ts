import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../support/accessibility.ts';
import { tabTo } from '../support/keyboard.ts';
import { newPerson, signIn, signUp } from '../support/people.ts';
import { expect } from '../support/portal-test.ts';
import { test } from '../support/provider.ts';

type Say = (portuguese: string, english: string) => string;

const question = (page: Page, say: Say): Locator =>
  page.getByText(say('O que está errado ou faltando aqui?', 'What is wrong or missing here?'));
const field = (page: Page, say: Say) => page.getByLabel(say('Sua sugestão', 'Your suggestion'));
const sendButton = (page: Page, say: Say) =>
  page
    .getByRole('region', { name: say('Sugestões', 'Suggestions') })
    .getByRole('button', { name: say('Enviar', 'Send'), exact: true });
const thanks = (page: Page, say: Say) => page.getByText(say('Obrigado!', 'Thank you!'));

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

test('the form is reached, filled in and sent by keyboard, also on a page that does not exist', async ({
  page,
  visit,
  say,
}) => {
  await visit('/nada/aqui', 404);
  await expect(page.getByText(say('para quem mantém este portal', 'to those who run this portal'))).toBeVisible();
  await tabTo(page, question(page, say));
  await page.keyboard.press('Enter');
  await expect(field(page, say)).toBeVisible();
  await tabTo(page, field(page, say));
  await page.keyboard.type('Este link veio do guia.');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(say('E-mail para resposta', 'E-mail for an answer'))).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(sendButton(page, say)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(thanks(page, say)).toBeVisible();
});

test('what was written stays when it cannot be sent, and the message says why', async ({
  page,
  visit,
  say,
  context,
}) => {
  await visit('/guides/notas');
  await question(page, say).click();
  await sendButton(page, say).click();
  await expect(page.getByText(say('Escreva o que está', 'Say what is wrong'))).toBeVisible();
  await expect(field(page, say)).toBeFocused();
  await field(page, say).fill('Falta um exemplo.');
  await page.getByLabel(say('E-mail para resposta', 'E-mail for an answer')).fill('ninguem');
  await sendButton(page, say).click();
  await expect(page.getByText(say('Confira o e-mail', 'Check the e-mail'))).toBeVisible();
  await page.getByLabel(say('E-mail para resposta', 'E-mail for an answer')).fill('');
  await context.setOffline(true);
  await sendButton(page, say).click();
  await expect(page.getByRole('alert').first()).toContainText(say('não respondeu', 'did not respond'));
  await expect(field(page, say)).toHaveValue('Falta um exemplo.');
  await expectAccessible(page);
  await context.setOffline(false);
  // Whoever looks something up first finds it again.
  await page
    .getByRole('link', { name: say('Comece por aqui', 'Start here') })
    .last()
    .click();
  await expect(page).toHaveURL(/\/quickstart$/);
  await page.goBack();
  await question(page, say).click();
  await expect(field(page, say)).toHaveValue('Falta um exemplo.');
  await sendButton(page, say).click();
  await expect(thanks(page, say)).toBeVisible();
});

test('a program that fills in every field is not heard; a browser that does so says what to do', async ({
  page,
  visit,
  say,
}) => {
  let sent = 0;
  page.on('request', (request) => {
    if (request.url().endsWith('/suggestions') && request.method() === 'POST') sent++;
  });
  await visit('/');
  await question(page, say).click();
  await field(page, say).fill('Buy now');
  await page.locator('input[name=website]').evaluate((input: HTMLInputElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(input, 'https://spam.example');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await sendButton(page, say).click();
  const trap = page.getByLabel(say('Deixe este campo vazio', 'Leave this field empty'));
  await expect(trap).toBeFocused();
  expect(sent).toBe(0);
  await trap.fill('');
  await sendButton(page, say).click();
  await expect(thanks(page, say)).toBeVisible();
});

test('in a narrow window the open form fits, and nothing is cut off', async ({ page, visit, say }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit('/reference/notas/create-customer');
  await question(page, say).click();
  await expect(field(page, say)).toBeVisible();
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang).toBeLessThanOrEqual(0);
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
