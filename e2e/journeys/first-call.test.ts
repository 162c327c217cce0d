import { expect, test } from '../support/portal-test.ts';

test('one click on the home page makes a real call to the sandbox', async ({ page, visit, say }) => {
  await visit('/');
  await page.getByRole('button', { name: say('Fazer a primeira chamada', 'Make the first call') }).click();
  const steps = page.getByRole('region', { name: say('A primeira chamada', 'The first call') }).getByRole('listitem');
  const [create, read] = [steps.filter({ hasText: /^POST/ }), steps.filter({ hasText: /^GET/ })];

  await expect(create).toContainText(/201 Created/);
  await expect(create).toContainText(/\d+ ms/);
  await expect(create).toContainText(/req_\w+/);
  await expect(read).toContainText(/200 OK/);
  const id = (await create.textContent())?.match(/cus_\w+/)?.[0];
  expect(id).toBeTruthy();
  await expect(read).toContainText(`/customers/${id}`);

  await create.getByRole('link').first().click();
  await expect(page).toHaveURL(new RegExp(`${say('', '/en')}/reference/notas/create-customer`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the console reuses the key of the first call, which all tabs of the browser share', async ({
  page,
  visit,
  say,
}) => {
  await visit('/');
  await page.getByRole('button', { name: say('Fazer a primeira chamada', 'Make the first call') }).click();
  await expect(page.getByText(/200 OK/)).toBeVisible();
  const keys = () => page.evaluate(() => JSON.stringify(localStorage).match(/sk_test_\w+/g));
  const before = await keys();
  expect(before).toHaveLength(1);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('sk_test_');

  await visit('/reference/notas/list-customers#try');
  await page
    .locator('#try')
    .getByRole('button', { name: say('Enviar', 'Send'), exact: true })
    .click();
  await expect(page.locator('#try [data-phase="done"]').getByRole('status').first()).toContainText('200');
  expect(await keys()).toEqual(before);
});

test('the home page introduces the portal without JavaScript, in its language', async ({
  browser,
  portal,
  language,
  say,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(portal.url + say('/', '/en/'));
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('APIs com um sandbox que se lembra', 'APIs with a sandbox that remembers'),
  );
  await expect(page.getByRole('main')).toContainText('Notas');
  await context.close();
});

test('one click changes the language and stays on the page', async ({ page, portal, visit, say }) => {
  await visit('/reference/notas/create-customer');
  await page
    .getByRole('link', { name: say('English', 'Português') })
    .first()
    .click();
  await expect(page).toHaveURL(`${portal.url}${say('/en', '')}/reference/notas/create-customer`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('Create a customer', 'Cadastrar um cliente'));
});
