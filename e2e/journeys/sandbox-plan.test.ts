import { expect, test } from '../support/portal-test.ts';

test("what the sandbox understood is a link away from an API's page, and leads to its operations", async ({
  page,
  visit,
  say,
}) => {
  await visit('/reference/notas');
  await page.getByRole('link', { name: say('O que o sandbox entendeu', 'What the sandbox understood') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    say('O que o sandbox entendeu', 'What the sandbox understood'),
  );
  await expect(page.getByText(say('Aqui nada ficou em aberto', 'Nothing is left open here'))).toBeVisible();
  const listing = page.locator('#list-service-invoices');
  await expect(listing).toContainText(say('lista registros', 'lists records'));
  await expect(listing).toContainText(say('número da página (page, per_page)', 'page number (page, per_page)'));
  await listing.getByRole('link').click();
  await expect(page).toHaveURL(/\/reference\/notas\/list-service-invoices$/);
});

test('of an API without a profile it says what a profile would settle', async ({ page, visit, say }) => {
  await visit('/reference/biblioteca/sandbox-plan');
  await expect(page.locator('#listar-livros')).toContainText(
    say('Nada lê estes parâmetros: assuntos.', 'Nothing reads these parameters: assuntos.'),
  );
  await page.getByRole('link', { name: 'GET /livros', exact: true }).click();
  await expect(page).toHaveURL(/#listar-livros$/);
});

test("the portal's own API has handlers, and no such page", async ({ page, visit, say }) => {
  await visit('/reference/platform');
  await expect(
    page.getByRole('link', { name: say('O que o sandbox entendeu', 'What the sandbox understood') }),
  ).toHaveCount(0);
});
