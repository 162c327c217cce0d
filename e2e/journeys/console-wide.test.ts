import { expectAccessible } from '../support/accessibility.ts';
import { findConsole, openConsole } from '../support/console.ts';
import { tabTo } from '../support/keyboard.ts';
import { expect, expectHydrated, test } from '../support/portal-test.ts';
import { openSearch } from '../support/search.ts';

test('what is called and the button that sends stay in sight, wherever one is in the console', async ({
  page,
  visit,
  say,
}) => {
  for (const size of [
    { width: 1280, height: 800 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(size);
    await visit('/reference/notas/create-customer');
    const console = await openConsole(page, say);
    const send = console.region.getByRole('button', { name: say('Enviar', 'Send'), exact: true });
    await console.region.getByText(say('Simular uma falha', 'Simulate a fault')).scrollIntoViewIfNeeded();
    await expect(send).toBeInViewport({ ratio: 1 });
    await expect(console.region.getByTitle(/\/sandbox\/notas\/v1\/customers$/)).toBeInViewport();
    await send.click();
    await expect(console.status).toContainText('201');
    await expect(send).toBeInViewport({ ratio: 1 });
  }
});

test('Ctrl+Enter opens the console and sends from anywhere on the page, but not from another form', async ({
  page,
  visit,
  say,
}) => {
  await visit('/reference/notas/list-customers');
  await expectHydrated(page);
  await page.keyboard.press('Control+Enter');
  const console = await findConsole(page, say);
  await page.locator('h1').click();
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('200');
  await expect(page).toHaveURL(/list-customers/);

  const calls = () => page.evaluate(() => JSON.parse(localStorage.getItem('cais.calls') ?? '[]').length);
  expect(await calls()).toBe(1);
  const { field } = await openSearch(page, say, 'Control+k');
  await field.fill('x');
  await page.keyboard.press('Control+Enter');
  expect(await calls()).toBe(1);
});

test('one key widens the console; what was typed and received stays, and Escape brings it back', async ({
  page,
  visit,
  say,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await visit('/reference/notas/list-customers');
  const console = await openConsole(page, say);
  const field = console.region.getByLabel('per_page', { exact: true });
  await field.fill('2');
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('200');

  await page.keyboard.press('Alt+Enter');
  const dialog = page.getByRole('dialog', { name: 'Console' });
  await expect(dialog).toBeVisible();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('2');
  await expect(console.status).toContainText('200');
  const [request, answer] = await Promise.all([field.boundingBox(), console.response.boundingBox()]);
  expect(answer?.x ?? 0).toBeGreaterThan((request?.x ?? 0) + (request?.width ?? 0));
  expect(answer?.width ?? 0).toBeGreaterThan(500);
  await expectAccessible(page, { part: '#try' });

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(field).toBeFocused();
  await page.keyboard.press('Alt+Enter');
  await expect(dialog).toBeVisible();

  await dialog.getByRole('button', { name: say('Só a resposta', 'Response only') }).click();
  await expect(field).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(console.status).toContainText('200');

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(field).toHaveValue('2');
  await expect(console.status).toContainText('200');
});

test('the wide console is reached by keyboard only, also in a narrow window', async ({ page, visit, say }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await visit('/reference/notas/list-customers#try');
  const console = await findConsole(page, say);
  await tabTo(page, console.region.getByRole('button', { name: say('Ampliar o console', 'Widen the console') }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Console' });
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole('button', { name: say('Enviar', 'Send'), exact: true }));
  await page.keyboard.press('Enter');
  await expect(console.status).toContainText('200');
  const overhang = () => dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(await overhang()).toBeLessThanOrEqual(0);
  await tabTo(page, dialog.getByRole('button', { name: say('Encaixar ao lado da página', 'Dock beside the page') }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
});
