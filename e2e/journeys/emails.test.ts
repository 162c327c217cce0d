import { newPerson, signIn, signUp } from '../support/people.ts';
import { expect, test } from '../support/portal-test.ts';

test('a forgotten password is reset with the link in an e-mail', async ({ page, visit, say }) => {
  const person = newPerson('Rafael Prado');
  await visit('/sign-up');
  await signUp(page, say, person);
  await page.getByRole('link', { name: /Rafael Prado/ }).click();
  await page.getByRole('button', { name: say('Sair da conta', 'Sign out') }).click();
  await page.getByRole('link', { name: say('Entrar', 'Sign in'), exact: true }).click();
  await page.getByRole('link', { name: say('Esqueci a senha', 'Forgot password?') }).click();
  // Both pages ask for an e-mail address.
  await expect(page.getByRole('heading', { name: say('Nova senha', 'New password') })).toBeVisible();
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByRole('button', { name: say('Enviar o link', 'Send the link') }).click();
  await expect(page.getByText(say('o link chega em instantes', 'the link arrives in a moment'))).toBeVisible();

  await visit('/outbox');
  const email = page.getByRole('article').filter({ hasText: person.email });
  await email.getByRole('link', { name: /reset-password/ }).click();
  await expect(page).toHaveURL(/\/reset-password$/);
  await page.getByLabel(say('Senha', 'Password'), { exact: true }).fill('uma senha bem nova');
  await page.getByRole('button', { name: say('Trocar a senha', 'Change password') }).click();
  await page.getByRole('link', { name: say('entre com a nova senha', 'sign in with the new password') }).click();
  await signIn(page, say, { email: person.email, password: 'uma senha bem nova' });
  await expect(page.getByRole('link', { name: /Rafael Prado/ })).toBeVisible();
});

test('an e-mail address is confirmed with the link in an e-mail, which can be sent again', async ({
  page,
  visit,
  say,
}) => {
  const person = newPerson('Ana Luz');
  await visit('/sign-up');
  await signUp(page, say, person);
  await page.getByRole('link', { name: /Ana Luz/ }).click();
  const missing = page.getByText(say('Falta confirmar este e-mail', 'This address is not confirmed yet'));
  await expect(missing).toBeVisible();
  await page.getByRole('button', { name: say('Enviar de novo', 'Send again') }).click();
  await expect(page.getByText(say('Enviamos outra mensagem', 'We sent another e-mail'))).toBeVisible();

  await visit('/outbox');
  const emails = page.getByRole('article').filter({ hasText: person.email });
  await expect(emails).toHaveCount(2);
  await emails.first().getByRole('link').click();
  await expect(page.getByText(say('O seu e-mail está confirmado', 'Your e-mail address is confirmed'))).toBeVisible();
  await expect(page).toHaveURL(/\/confirm-email$/);
  await page
    .getByRole('main')
    .getByRole('link', { name: say('Sua conta', 'Your account') })
    .click();
  await expect(page.getByText(say('O e-mail está confirmado', 'The address is confirmed'))).toBeVisible();
  await expect(missing).toBeHidden();
});
