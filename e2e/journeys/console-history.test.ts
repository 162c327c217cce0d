import { findConsole, openConsole } from '../support/console.ts';
import { expect, test } from '../support/portal-test.ts';

test('a row of the history restores request and answer, on its page and from another', async ({ page, visit, say }) => {
  await visit('/reference/notas/list-customers');
  const console = await openConsole(page, say);
  const field = console.region.getByLabel('per_page', { exact: true });
  await field.fill('2');
  await console.send();
  await expect(console.status).toContainText('200');
  await field.fill('3');
  await console.send();
  await expect(console.region.getByText(say('Últimas chamadas (2)', 'Recent calls (2)'))).toBeVisible();

  await page.reload();
  const again = await findConsole(page, say);
  await again.region.getByText(say('Últimas chamadas (2)', 'Recent calls (2)')).click();
  await again.region.getByRole('button', { name: /\/customers\?.*per_page=2/ }).click();
  await expect(again.region.getByLabel('per_page', { exact: true })).toHaveValue('2');
  const kept = say('guardada neste navegador', 'stored in this browser');
  await expect(again.response).toContainText(kept);
  await expect(again.status).toContainText('200');
  await expect(again.response.getByRole('tree')).toBeVisible();

  await visit('/reference/notas/create-customer');
  const other = await openConsole(page, say);
  await other.region.getByText(say('Últimas chamadas (2)', 'Recent calls (2)')).click();
  await other.region.getByRole('link', { name: /\/customers\?.*per_page=3/ }).click();
  await expect(page).toHaveURL(/list-customers#try/);
  const there = await findConsole(page, say);
  await expect(there.region.getByLabel('per_page', { exact: true })).toHaveValue('3');
  await expect(there.response).toContainText(kept);
});

test('no secret is kept with an answer', async ({ page, visit, say }) => {
  await visit('/reference/platform/create-api-key');
  const console = await openConsole(page, say);
  await console.send();
  await expect(console.status).toContainText(/20\d/);
  await expect(console.response).toContainText(/sk_test_\w{10}/);
  const stored = await page.evaluate(() =>
    [localStorage.getItem('cais.answers'), localStorage.getItem('cais.calls')].join(),
  );
  expect(stored).toContain('/api_keys');
  expect(stored).not.toMatch(/sk_(test|live)_\w/);
  await console.region.getByText(say('Últimas chamadas (1)', 'Recent calls (1)')).click();
  await console.region.getByRole('button', { name: say('Limpar', 'Clear') }).click();
  expect(await page.evaluate(() => localStorage.getItem('cais.answers'))).toBeNull();
});
