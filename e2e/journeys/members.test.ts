import { newPerson, signUp } from '../support/people.ts';
import { expect, test } from '../support/portal-test.ts';

test('an administrator invites a person, who signs up, accepts, and is listed with the role', async ({
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
  await page.getByRole('link', { name: /Marina Couto/ }).click();
  await page.getByRole('link', { name: say('membros e convites', 'members and invitations') }).click();
  await page.getByLabel('E-mail').fill(invited.email);
  await page.getByLabel(say('Papel', 'Role'), { exact: true }).selectOption('reader');
  await page.getByRole('button', { name: say('Convidar', 'Invite') }).click();
  await expect(page.getByText(say('Entregue este link', 'Hand this link over'))).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue('');
  await expect(page.getByLabel(say('Papel', 'Role'), { exact: true }), 'what is shown is what is sent').toHaveValue(
    'reader',
  );

  const theirs = await browser.newContext({ baseURL: portal.origin });
  const other = await theirs.newPage();
  await other.goto(say('/outbox', '/en/outbox'));
  await other.getByRole('article').filter({ hasText: invited.email }).getByRole('link').click();
  await other.getByRole('link', { name: say('Criar conta', 'Create account') }).click();
  await signUp(other, say, invited);
  await other.getByRole('button', { name: say('Aceitar o convite', 'Accept the invitation') }).click();
  await expect(other.getByRole('row', { name: /Rafael Prado/ })).toContainText(say('Leitor', 'Reader'));
  await theirs.close();

  await page.reload();
  const row = page.getByRole('row', { name: /Rafael Prado/ });
  await row.getByRole('combobox').selectOption('developer');
  await expect(row.getByRole('combobox')).toHaveValue('developer');
  await expect(row.getByRole('combobox')).toBeEnabled();
  await row.getByRole('button').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('Remover', 'Remove'), exact: true })
    .click();
  await expect(row).toBeHidden();
});

test('a members-only page leads back to itself after sign-in', async ({ page, visit, say }) => {
  const person = newPerson('Marina Couto');
  await visit('/members');
  await page.getByRole('link', { name: say('Criar conta', 'Create account') }).click();
  await signUp(page, say, person);
  await expect(page).toHaveURL(/\/members$/);
  await expect(page.getByRole('row', { name: /Marina Couto/ })).toBeVisible();
});
