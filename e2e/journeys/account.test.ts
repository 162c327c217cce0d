import { newPerson, signIn, signUp } from '../support/people.ts';
import { expect, test } from '../support/portal-test.ts';

const customers = '/sandbox/notas/v1/customers';

test('a guest signs up, keeps the workspace and its data, signs out and comes back', async ({
  page,
  visit,
  say,
  portal,
}) => {
  test.slow();
  const person = newPerson('Marina Couto');
  const id = page.locator('dd code').first();
  await visit('/workspace');
  const workspace = await id.textContent();
  const key = async () => page.evaluate(() => JSON.stringify(localStorage).match(/sk_test_\w+/)?.[0]);
  const guestKey = await key();
  const basic = (secret?: string) => ({ authorization: `Basic ${Buffer.from(`${secret}:`).toString('base64')}` });
  const made = await page.request.post(customers, {
    headers: basic(guestKey),
    data: { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725', email: 'ana@correio.example' },
  });
  expect(made.status()).toBe(201);
  const { id: customer } = await made.json();

  await page.getByRole('link', { name: say('Manter este espaço', 'Keep this workspace') }).click();
  await expect(
    page.getByText(say('passa a ser seu e não expira mais', 'becomes yours and no longer expires')),
  ).toBeVisible();
  await signUp(page, say, person);
  const own = page.getByRole('link', { name: say('Sua conta, Marina Couto', 'Your account, Marina Couto') });
  await expect(own).toBeVisible();
  await expect(id).toHaveText(workspace ?? '');
  await expect(page.getByText(say('Expira em', 'Expires'), { exact: true })).toBeHidden();

  await own.click();
  const kept = ['cais.calls', 'cais.answers', 'cais.searches.en'];
  await page.evaluate((names) => {
    for (const name of names) localStorage.setItem(name, '{}');
  }, kept);
  await page.getByRole('button', { name: say('Sair da conta', 'Sign out') }).click();
  await page.getByRole('link', { name: say('Entrar', 'Sign in'), exact: true }).click();
  await signIn(page, say, { ...person, password: 'outra que não é esta' });
  await expect(page.getByRole('alert')).toContainText(say('incorretos', 'is incorrect'));
  expect(await page.evaluate((names) => names.filter((name) => name in localStorage), kept)).toEqual([]);
  await signIn(page, say, person);
  await expect(id).toHaveText(workspace ?? '');

  await visit('/reference/notas/list-customers');
  await expect(own).toBeVisible();
  const session = await page.request.post(`${portal.url}/account/console-key`, {
    headers: { origin: new URL(page.url()).origin },
    data: {},
  });
  const { api_key } = await session.json();
  expect(api_key.secret).not.toBe(guestKey);
  const customerOfGuest = await page.request.get(`${customers}/${customer}`, { headers: basic(api_key.secret) });
  expect((await customerOfGuest.json()).name).toBe('Ana Lima');
});

test('errors appear beside their fields, and the first one receives the focus', async ({ page, visit, say }) => {
  await visit('/sign-up');
  await signUp(page, say, { name: 'Ana', email: 'ana', password: 'curta' });
  const email = page.getByLabel('E-mail');
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(/e-mail/);
  await expect(page.getByLabel(say('Senha', 'Password'), { exact: true })).toHaveAccessibleDescription(
    say(
      'Pelo menos 10 caracteres. Uma frase é fácil de lembrar. Use de 10 a 128 caracteres.',
      'At least 10 characters. A sentence is easy to remember. Use 10 to 128 characters.',
    ),
  );
  await expect(page.getByLabel(say('Nome', 'Name'))).not.toHaveAttribute('aria-invalid');
});

test('a session is ended from another browser, and the workspace is renamed', async ({
  page,
  visit,
  say,
  browser,
  portal,
}) => {
  test.slow();
  const person = newPerson('Ana Luz');
  await visit('/sign-up');
  await signUp(page, say, person);
  const theirs = await browser.newContext({ baseURL: portal.origin });
  const other = await theirs.newPage();
  await other.goto(portal.url + say('/sign-in', '/en/sign-in'));
  await signIn(other, say, person);
  await expect(other.getByRole('link', { name: /Ana Luz/ })).toBeVisible();

  await page.getByRole('link', { name: /Ana Luz/ }).click();
  const sessions = page.getByRole('region', { name: say('Onde você está conectado', 'Where you are signed in') });
  await expect(sessions.getByRole('row')).toHaveCount(3);
  await sessions.getByRole('button', { name: say('Encerrar a sessão', 'End the session') }).click();
  await expect(sessions.getByRole('row')).toHaveCount(2);
  await expect(sessions.getByRole('row').last()).toContainText(say('este navegador', 'this browser'));
  await other.goto(portal.url + say('/account', '/en/account'));
  await expect(other.getByText(say('Você está como visitante', 'You are a guest'))).toBeVisible();
  await theirs.close();

  await visit('/workspace');
  await page.getByRole('button', { name: say('Renomear', 'Rename') }).click();
  const name = page.getByLabel(say('Novo nome do espaço', 'The workspace’s new name'));
  await expect(name).toBeFocused();
  await name.fill('Loja virtual');
  await name.press('Enter');
  await expect(page.getByText(say('O espaço foi renomeado', 'The workspace has been renamed'))).toBeVisible();
  await page.reload();
  await expect(page.getByText('Loja virtual').first()).toBeVisible();
});
