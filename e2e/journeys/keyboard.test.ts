import { tabTo } from '../support/keyboard.ts';
import { expect, test } from '../support/portal-test.ts';

test('the first Tab stop is a link to skip to the content', async ({ page, visit }) => {
  await visit('/reference/notas/create-customer');
  await page.keyboard.press('Tab');
  const skip = page.locator(':focus');
  await expect(skip).toBeVisible();
  await expect(skip).toHaveAttribute('href', /^#/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
});

test('the console is opened, sent and read by keyboard only', async ({ page, visit, say }) => {
  await visit('/reference/notas/list-customers');
  await tabTo(page, page.getByRole('button', { name: say('Experimentar', 'Try it') }));
  await page.keyboard.press('Enter');
  const panel = page.locator('#try');
  const send = panel.getByRole('button', { name: say('Enviar', 'Send'), exact: true });
  await send.waitFor();
  await tabTo(page, send);
  await page.keyboard.press('Enter');
  const response = panel.locator('[data-phase="done"]');
  await expect(response.getByRole('status').first()).toContainText('200');

  await tabTo(page, response.getByRole('tab', { selected: true }));
  await page.keyboard.press('ArrowRight');
  await expect(response.getByRole('tab', { name: /^(Cabeçalhos|Headers)/ })).toBeFocused();
  await expect(response.getByRole('tabpanel')).toContainText('x-request-id');
  await page.keyboard.press('End');
  await expect(response.getByRole('tab', { name: 'curl' })).toBeFocused();
  await expect(response.getByRole('tabpanel')).toContainText('curl');
});

test('Ctrl+Enter in a field sends the call', async ({ page, visit, say }) => {
  await visit('/reference/notas/list-customers#try');
  const panel = page.locator('#try');
  await panel.getByLabel('per_page', { exact: true }).fill('1');
  await page.keyboard.press('Control+Enter');
  await expect(panel.locator('[data-phase="done"]').getByRole('status').first()).toContainText('200');
  await expect(panel.getByRole('button', { name: say('Enviar', 'Send'), exact: true })).toBeEnabled();
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the menu opens with its button, navigates, and returns the focus', async ({ page, visit, say }) => {
    await visit('/reference/notas/list-customers');
    const button = page.getByRole('button', { name: say('Abrir o menu', 'Open the menu') });
    const menu = page.getByRole('dialog', { name: 'Menu' });
    await tabTo(page, button);
    await page.keyboard.press('Enter');
    await expect(menu.getByRole('link', { name: say('Cadastrar um cliente', 'Create a customer') })).toBeVisible();
    await expect(menu.getByRole('button', { name: say('Fechar o menu', 'Close the menu') })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu).toBeHidden();
    await expect(button).toBeFocused();

    await page.keyboard.press('Enter');
    await tabTo(page, menu.getByRole('link', { name: say('Guias', 'Guides'), exact: true }));
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/guides\/quickstart$/);
    await expect(menu).toBeHidden();
  });
});
