import { expectAccessible } from '../support/accessibility.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/portal-test.ts';
import { field, question, sendButton, thanks } from '../support/suggest.ts';

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
  await sendButton(page, say).click();
  await expect(thanks(page, say)).toBeVisible();
});

test('whoever looks something up before sending comes back to what they wrote', async ({ page, visit, say }) => {
  await visit('/guides/notas');
  await question(page, say).click();
  await field(page, say).fill('Falta um exemplo.');
  const other = page.getByRole('link', { name: say('Comece por aqui', 'Start here') }).last();
  const title = page.locator('article h1');
  const own = (await title.textContent()) ?? '';

  // They may be back before the other page has come, and after.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/assets/js/*.js', (route) => held.then(() => route.continue()));
  await other.click();
  await expect(page).toHaveURL(/\/quickstart$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/notas$/);
  await expect(sendButton(page, say)).toBeVisible();
  letGo();

  await other.click();
  await expect(title).not.toHaveText(own);
  await page.goBack();
  await expect(title).toHaveText(own);
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
