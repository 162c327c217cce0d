import type { BrowserContext, Page } from '@playwright/test';
import { newPerson, signUp } from '../support/people.ts';
import { expect, expectHydrated, test } from '../support/portal-test.ts';

const storedKey = (page: Page, name = 'cais.guest-key') =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null')?.secret as string | undefined, name);

/** Counts the guest workspaces that the tabs of a browser open. */
function countOpenings(context: BrowserContext): () => number {
  let count = 0;
  context.on('request', (request) => {
    if (request.url().endsWith('/guest_workspaces')) count++;
  });
  return () => count;
}

/** The id that the page of the workspace shows. */
const workspaceId = (page: Page) => page.locator('dd code').first();

test('two tabs that open at once share one workspace, and find it again after a restart of the browser', async ({
  context,
  page,
  visit,
  say,
  browser,
  portal,
}) => {
  const openings = countOpenings(context);
  const other = await context.newPage();
  await Promise.all([visit('/workspace'), other.goto(portal.url + say('/workspace', '/en/workspace'))]);
  const id = (await workspaceId(page).textContent()) ?? '';
  await expect(workspaceId(other)).toHaveText(id);
  expect(openings()).toBe(1);

  const restarted = await browser.newContext({ baseURL: portal.origin, storageState: await context.storageState() });
  const again = countOpenings(restarted);
  const later = await restarted.newPage();
  await later.goto(portal.url + say('/workspace', '/en/workspace'));
  await expect(workspaceId(later)).toHaveText(id);
  expect(again()).toBe(0);
  await restarted.close();
});

test('a tab follows another one that starts afresh', async ({ context, page, visit, say, portal }) => {
  await visit('/workspace');
  const id = (await workspaceId(page).textContent()) ?? '';
  const other = await context.newPage();
  await other.goto(portal.url + say('/', '/en/'));
  await other.getByRole('button', { name: say('Espaço de visitante', 'Guest workspace') }).click();
  const panel = other.getByRole('dialog', { name: say('O seu espaço de trabalho', 'Your workspace') });
  await expect(panel).toContainText(id);
  await panel.getByRole('button', { name: say('Começar outro espaço', 'Start another workspace') }).click();
  const question = other.getByRole('dialog', { name: say('Começar outro espaço?', 'Start another workspace?') });
  await question.getByRole('button', { name: say('Começar outro espaço', 'Start another workspace') }).click();
  await expect(panel).not.toContainText(id);
  await expect(workspaceId(page)).not.toHaveText(id);
  await expect(panel).toContainText((await workspaceId(page).textContent()) ?? '');
});

test('a 401 is tried once more, and never throws the workspace away', async ({ page, visit, say, portal }) => {
  await visit('/workspace');
  const id = (await workspaceId(page).textContent()) ?? '';
  const key = await storedKey(page);

  // Once only, as while a server restarts.
  let refusals = 0;
  await page.route('**/platform/v1/workspace', (route) =>
    refusals++ === 0 ? route.fulfill({ status: 401, json: { code: 'invalid_key' } }) : route.continue(),
  );
  await page.reload();
  await expect(workspaceId(page)).toHaveText(id);
  expect(refusals).toBeGreaterThan(1);
  await page.unroute('**/platform/v1/workspace');

  const headers = { authorization: `Bearer ${key}` };
  const { data } = await (await page.request.get(`${portal.url}/platform/v1/api_keys`, { headers })).json();
  await page.request.delete(`${portal.url}/platform/v1/api_keys/${data[0].id}`, { headers });
  await page.reload();
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(say('não aceitou a chave', 'did not accept this browser’s key'));
  expect(await storedKey(page)).toBe(key);

  await alert.getByRole('button', { name: say('Começar outro espaço', 'Start another workspace') }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('Começar outro espaço', 'Start another workspace') })
    .click();
  await expect(workspaceId(page)).toHaveText(/^wsp_/);
  await expect(workspaceId(page)).not.toHaveText(id);
  expect(await storedKey(page)).not.toBe(key);
});

test('the chip in the header opens a workspace with the keyboard, and shows its key, its time and its clock', async ({
  page,
  visit,
  say,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const openings = countOpenings(context);
  await visit('/guides/errors');
  await expectHydrated(page);
  const chip = page.getByRole('button', { name: say('Sandbox. Nenhum espaço', 'Sandbox. No workspace') });
  const place = await chip.boundingBox();
  await chip.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: say('O seu espaço de trabalho', 'Your workspace') });
  await expect(panel.getByRole('button', { name: say('Abrir agora', 'Open it now') })).toBeVisible();
  expect(openings()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(panel).toContainText(/sk_test_••••\w{4}/);
  await expect(panel).toContainText(/2[34] (horas|hours)/);
  expect(openings()).toBe(1);

  await panel.getByRole('button', { name: say('Copiar a chave de teste', 'Copy the test key') }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(await storedKey(page));
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  const guest = page.getByRole('button', {
    name: /(Espaço de visitante: expira em|Guest workspace: expires in) 2[34] h/,
  });
  expect(await guest.boundingBox()).toEqual(place);

  await visit('/workspace');
  await page.getByRole('button', { name: say('+ 7 dias', '+ 7 days') }).click();
  await expect(page.getByText(say('O relógio foi adiantado', 'The clock has been moved'))).toBeVisible();
  await visit('/');
  const ahead = page.getByRole('button', { name: say('Relógio 7 dias à frente', 'Clock 7 days ahead') });
  await ahead.click();
  await expect(panel).toContainText(say('7 dias à frente da hora real', '7 days ahead of real time'));
  await panel.getByRole('link', { name: say('Manter este espaço', 'Keep this workspace') }).click();
  await expect(page).toHaveURL(/\/sign-up\?next=/);
  await expect(panel).toBeHidden();
});

test('signed in, the samples hold a test key of the person, which ends with the session', async ({
  page,
  visit,
  say,
  context,
  portal,
}) => {
  test.slow();
  await visit('/sign-up');
  await signUp(page, say, newPerson('Rita Melo'));
  await expect(page.getByRole('link', { name: /Rita Melo/ })).toBeVisible();
  await visit('/reference/notas/list-customers');
  const samples = page.getByRole('region', { name: say('Exemplos de chamada', 'Sample calls') });
  await expect(samples).toContainText('sk_test_');
  const key = await storedKey(page, 'cais.person-key');
  await expect(samples).toContainText(String(key));
  expect(await storedKey(page)).toBeUndefined();
  const answer = await page.request.get(`${portal.url}/sandbox/notas/v1/customers`, {
    headers: { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
  });
  expect(answer.status()).toBe(200);

  const other = await context.newPage();
  await other.goto(`${portal.url + say('', '/en')}/reference/notas/create-customer`);
  await expect(other.getByRole('region', { name: say('Exemplos de chamada', 'Sample calls') })).toContainText(
    String(key),
  );

  await visit('/account');
  await page.getByRole('button', { name: say('Sair da conta', 'Sign out') }).click();
  await page.waitForURL(portal.url + say('/', '/en/'));
  expect(await storedKey(page, 'cais.person-key')).toBeUndefined();
});
