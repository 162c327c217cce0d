import { findConsole, openConsole } from '../support/console.ts';
import { expect, test } from '../support/portal-test.ts';

test('a link to a call fills the console of whoever follows it, and has no key', async ({
  page,
  context,
  visit,
  say,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit('/reference/notas/create-customer');
  const console = await openConsole(page, say);
  const body = console.region.getByRole('textbox', { name: say('Corpo', 'Body') });
  const typed = '{\n  "name": "Joana & filhos #1",\n  "key": "sk_test_0123456789abcdef"\n}';
  await body.fill(typed);
  await console.region.getByLabel('Idempotency-Key', { exact: true }).fill('only-once');
  await console.region.getByText(say('Simular uma falha', 'Simulate a fault')).click();
  await console.region.getByLabel(say('Atraso', 'Delay'), { exact: true }).selectOption('wait=2');
  await console.region
    .getByRole('button', { name: say('Copiar o link desta chamada', 'Copy a link to this call') })
    .click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).not.toMatch(/0123456789|only-once/);

  await page.goto('about:blank');
  await page.goto(link);
  const again = await findConsole(page, say);
  await expect(again.region.getByRole('textbox', { name: say('Corpo', 'Body') })).toHaveValue(/"Joana & filhos #1"/);
  await expect(again.region.getByText('Prefer: wait=2')).toBeVisible();
});

test('after an answer the next calls are proposed, with its ids filled in', async ({ page, visit, say }) => {
  await visit('/reference/notas/create-customer');
  const create = await openConsole(page, say);
  await create.send();
  await expect(create.status).toContainText('201');
  const next = create.response.getByRole('navigation', { name: say('A seguir', 'Next') });
  await next.getByRole('link', { name: /^GET/ }).first().click();
  await expect(page).toHaveURL(/get-customer#try/);
  const read = await findConsole(page, say);
  await expect(read.region.getByLabel('customer_id').first()).toHaveValue(/^cus_/);
  await read.send();
  await expect(read.status).toContainText('200');

  await read.response
    .getByRole('navigation', { name: say('A seguir', 'Next') })
    .getByRole('link', { name: /^DEL/ })
    .click();
  await expect(page).toHaveURL(/delete-customer#try/);
  const remove = await findConsole(page, say);
  await remove.send();
  await expect(remove.status).toContainText('204');
  await expect(
    remove.response.getByRole('navigation', { name: say('A seguir', 'Next') }).getByRole('link'),
  ).toHaveCount(1);
});
