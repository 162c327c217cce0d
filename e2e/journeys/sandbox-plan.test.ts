import { expect, test } from '../support/portal-test.ts';

test("an API's page links to its sandbox plan, which links to the operations", async ({ page, visit, say }) => {
  await visit('/reference/notas');
  await page.getByRole('link', { name: say('O que o sandbox entendeu', 'What the sandbox understood') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('O que o sandbox entendeu', 'What the sandbox understood'),
  );
  await expect(
    page.getByText(say('Todas as operações foram entendidas', 'Every operation was understood')),
  ).toBeVisible();
  const listing = page.locator('#list-service-invoices');
  await expect(listing).toContainText(say('lista registros', 'lists records'));
  await expect(listing).toContainText(say('número da página (page, per_page)', 'page number (page, per_page)'));
  await listing.getByRole('link').click();
  await expect(page).toHaveURL(/\/reference\/notas\/list-service-invoices$/);
});

test('without a profile, the sandbox plan lists what a profile would settle', async ({ page, visit, say }) => {
  await visit('/reference/biblioteca/sandbox-plan');
  await expect(page.locator('#listar-livros')).toContainText(
    say('Estes parâmetros são ignorados: assuntos.', 'These parameters are ignored: assuntos.'),
  );
  await page.getByRole('link', { name: 'GET /livros', exact: true }).click();
  await expect(page).toHaveURL(/#listar-livros$/);
});

test("the portal's own API has handlers, and no sandbox plan", async ({ page, visit, say }) => {
  await visit('/reference/platform');
  await expect(
    page.getByRole('link', { name: say('O que o sandbox entendeu', 'What the sandbox understood') }),
  ).toHaveCount(0);
});
