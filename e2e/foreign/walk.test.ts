import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from '../support/accessibility.ts';
import { runCollection } from '../support/newman.ts';
import { newPerson, signIn, signUp } from '../support/people.ts';
import { expect, expectHydrated, test, withFolder } from '../support/portal-test.ts';
import { openSearch } from '../support/search.ts';

test('the home page makes the first call to the provider’s own API, and the console has its key', async ({
  page,
  visit,
  say,
}) => {
  await visit('/');
  await page.getByRole('button', { name: say('Fazer a primeira chamada', 'Make the first call') }).click();
  const steps = page.getByRole('region', { name: say('A primeira chamada', 'The first call') }).getByRole('listitem');
  await expect(steps.filter({ hasText: /^POST/ })).toContainText(/201 Created/);
  await expect(steps.filter({ hasText: /^GET/ })).toContainText(/200 OK/);
  await expectAccessible(page);
  const keys = () => page.evaluate(() => JSON.stringify(localStorage).match(/sk_test_\w+/g));
  const before = await keys();

  await visit('/reference/train-travel/get-stations#try');
  await page
    .locator('#try')
    .getByRole('button', { name: say('Enviar', 'Send'), exact: true })
    .click();
  await expect(page.locator('#try [data-phase="done"]').getByRole('status').first()).toContainText('200');
  expect(await keys()).toEqual(before);
});

test('its guide is found, and runs in the page', async ({ page, visit, say }) => {
  await visit('/');
  await expectHydrated(page);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('Guias', 'Guides') })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('O primeiro trem', 'The first train'));
  await page.getByRole('button', { name: say('Executar', 'Run'), exact: true }).click();
  await expect(page.locator('[data-run="done"]')).toContainText('/sandbox/train-travel/stations');
  await expect(page.locator('[data-run="done"]')).toContainText('200 OK');
});

test('the search finds its guide and its operations', async ({ page, visit, say }) => {
  await visit('/');
  const { find, options } = await openSearch(page, say);
  await find('station');
  await expect(options.first()).toHaveAttribute('href', /\/developers\/en\/(reference\/train-travel|guides)\//);
});

test('every file to download exists, and the collection runs', async ({ page, visit, say, portal }) => {
  test.setTimeout(120_000);
  await visit('/downloads');
  const links = page.getByRole('main').locator('a[download]');
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThanOrEqual(8);
  for (const address of addresses) {
    expect(address).toContain(`${portal.url}/downloads/`);
    expect((await page.request.get(address)).status(), address).toBe(200);
  }
  const button = page
    .getByRole('region', { name: 'Train Travel API' })
    .getByRole('button', { name: say('Baixar a coleção com a minha chave', 'Download the collection with my key') });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  await withFolder(async (folder) => {
    const file = join(folder, download.suggestedFilename());
    await download.saveAs(file);
    expect(readFileSync(file, 'utf8')).toContain(`${portal.url}/sandbox/train-travel`);
    expect(runCollection(file, folder).failures).toEqual([]);
  });
});

test('three clicks lead to a webhook', async ({ page, visit, say }) => {
  await visit('/webhooks');
  await page.getByRole('button', { name: say('Criar uma caixa de entrada', 'Create an inbox') }).click();
  await page.getByRole('button', { name: say('Usar como endpoint', 'Use as endpoint') }).click();
  await expect(page.getByText(/whsec_/)).toBeVisible();
  await page.getByRole('button', { name: say('Enviar evento de teste', 'Send a test event') }).click();
  await expect(page.getByRole('button', { name: /webhook_test/ })).toContainText(say('Entregue', 'Delivered'));
});

test('a guest signs up, keeps the workspace, signs out and comes back', async ({ page, visit, say }) => {
  test.slow();
  const person = newPerson('Marina Couto');
  const id = page.locator('dd code').first();
  await visit('/workspace');
  const workspace = (await id.textContent()) ?? '';
  await page.getByRole('link', { name: say('Manter este espaço', 'Keep this workspace') }).click();
  await signUp(page, say, person);
  const own = page.getByRole('link', { name: say('Sua conta, Marina Couto', 'Your account, Marina Couto') });
  await expect(id).toHaveText(workspace);
  await own.click();
  await page.getByRole('button', { name: say('Sair da conta', 'Sign out') }).click();
  await page.getByRole('link', { name: say('Entrar', 'Sign in'), exact: true }).click();
  await signIn(page, say, person);
  await expect(id).toHaveText(workspace);
});

test('a file of its static folder is served as it is', async ({ portal }) => {
  expect(await (await fetch(`${portal.url}/timetable.txt`)).text()).toBe('07:35 Berlin');
});
