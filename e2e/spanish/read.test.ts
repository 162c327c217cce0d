import { expectBarFits } from '../support/expect-bar-fits.ts';
import { expect, expectHydrated, test } from '../support/portal-test.ts';

test('a reader finds the home page, a guide and an endpoint in Spanish, at any width', async ({ page, visit }) => {
  const pages = {
    '/': 'APIs con un sandbox que recuerda',
    '/guides/quickstart': 'Primeros pasos',
    '/reference/notas/create-customer': 'Crear un cliente',
    '/downloads': 'Descargas',
    '/nowhere': 'no existe',
  };
  for (const width of [1360, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const [path, text] of Object.entries(pages)) {
      await visit(path, path === '/nowhere' ? 404 : 200);
      await expect(page.locator('html')).toHaveAttribute('lang', 'es');
      await expect(page.locator('main')).toContainText(text);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width} px`).toBe(0);
    }
  }
});

test('the switch leads to the same page in each language, and back', async ({ page, visit }) => {
  await visit('/guides/quickstart');
  await expectHydrated(page);
  const choose = (name: string) => page.getByRole('link', { name }).click();
  await choose('EN · English');
  await expect(page).toHaveURL(/\/en\/guides\/quickstart$/);
  await choose('PT · Português');
  await expect(page).toHaveURL(/:\d+\/guides\/quickstart$/);
  await choose('ES · Español');
  await expect(page).toHaveURL(/\/es\/guides\/quickstart$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
});

test('the search finds a Spanish word in another form', async ({ page, visit }) => {
  await visit('/search?q=creando+clientes');
  await expect(
    page
      .getByRole('main')
      .getByRole('option', { name: /Crear un cliente/ })
      .first(),
  ).toBeVisible();
});

test('a document that has no Spanish texts shows its own, marked with their language', async ({ page, visit }) => {
  await visit('/reference/biblioteca');
  await expect(page.locator('main h1 [lang="pt-BR"]')).toBeVisible();
  await expect(page.locator('main h2').first()).not.toHaveAttribute('lang');
  await visit('/');
  await expect(page.getByRole('link', { name: 'Biblioteca de Porto das Águas' })).toHaveAttribute('lang', 'pt-BR');
  await visit('/reference/notas');
  await expect(page.locator('main [lang]')).toHaveCount(0);
});

test('what the server answers is in Spanish, and so is the name of a guest', async ({ page, visit }) => {
  const answered = page.waitForResponse(/\/platform\/v1\/guest_workspaces$/);
  await visit('/keys');
  const answer = await answered;
  expect(answer.request().headers()['accept-language']).toBe('es, en;q=0.5');
  const { api_key } = await answer.json();
  const headers = { authorization: `Bearer ${api_key.secret}` };
  const listed = await page.request.get(answer.url().replace(/guest_workspaces$/, 'api_keys'), { headers });
  expect((await listed.json()).data[0].name).toBe('Invitado');
});

test('the bar has room for an open alert', async ({ page, visit }) => {
  await visit('/alerts');
  await expect(page.getByText('No hay alertas abiertas.')).toBeVisible();
  await expectBarFits(page, '1 alerta');
});
