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

test('its name, picture, accent and words are those of its settings', async ({ page, visit }) => {
  await visit('/');
  await expect(page).toHaveTitle('Northern Rail');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trains by HTTP');
  await expect(page.getByRole('heading', { name: 'Travel' })).toBeVisible();
  const header = page.getByRole('navigation').first();
  const brand = header.getByRole('link', { name: 'Northern Rail, home page' });
  await expect
    .poll(() => brand.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  await expect(header.getByRole('link', { name: 'Timetable' })).toHaveAttribute(
    'href',
    '/developers/guides/first-train',
  );
  // The amber of its settings is not legible on light paper: it is darker there.
  const accent = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--sea').trim());
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(accent).toBe('#8f6312');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(accent).toBe('#ffb020');
  await expectAccessible(page);
  const footer = page.getByRole('contentinfo');
  await expect(footer).toContainText('Northern Rail, York');
  await expect(footer.getByRole('link', { name: 'Contact' })).toHaveAttribute('href', 'mailto:api@rail.example');
});

test('a link in a language that it does not have leads to the page in its own', async ({ page, portal }) => {
  await page.goto(`${portal.url}/en/guides/first-train#x`);
  await expect(page).toHaveURL(`${portal.url}/guides/first-train#x`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const redirect = async (path: string) =>
    (await fetch(portal.url + path, { redirect: 'manual' })).headers.get('location');
  expect(await redirect('/en/search?q=train')).toBe('/developers/search?q=train');
  expect(await redirect('/en//search')).toBe('/developers/search');
  expect(await redirect('/en/nowhere')).toBeNull();
});

test('its guide is found, and runs in the page', async ({ page, visit, say }) => {
  await visit('/');
  await expectHydrated(page);
  await page
    .getByRole('navigation')
    .getByRole('link', { name: say('Guias', 'Guides') })
    .first()
    .click();
  await page.getByRole('link', { name: 'The first train' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('O primeiro trem', 'The first train'));
  await page.getByRole('button', { name: say('Executar', 'Run'), exact: true }).click();
  await expect(page.locator('[data-run="done"]')).toContainText('/sandbox/train-travel/stations');
  await expect(page.locator('[data-run="done"]')).toContainText('200 OK');
});

test('the search finds its guide and its operations', async ({ page, visit, say }) => {
  await visit('/');
  const { find, options } = await openSearch(page, say);
  await find('station');
  await expect(options.first()).toHaveAttribute('href', /\/developers\/(reference\/train-travel|guides)\//);
});

test('a webhook of its document has a page with what is sent, and nothing to call', async ({ page, visit, say }) => {
  await visit('/reference/train-travel');
  await page
    .getByRole('region', { name: 'Webhooks' })
    .getByRole('link', { name: /New Booking/ })
    .click();
  await expect(page).toHaveURL(/\/reference\/train-travel\/webhook--new-booking$/);
  for (const _ of ['as it was loaded by a click', 'as it was built']) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('New Booking');
    const example = page.getByRole('region', { name: say('Exemplo do que é enviado', 'Example of what is sent') });
    await expect(example).toContainText('John Doe');
    await expect(example.getByRole('button', { name: say('Copiar', 'Copy') })).toBeVisible();
    await expect(page.getByRole('region', { name: say('Assinatura', 'Signature') })).toContainText('webhook-signature');
    await expect(page.getByRole('button', { name: say('Experimentar', 'Try it') })).toHaveCount(0);
    await expectAccessible(page);
    await page.reload();
  }
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
