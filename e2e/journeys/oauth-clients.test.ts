import { findConsole, openConsole } from '../support/console.ts';
import { secretOf } from '../support/keys.ts';
import { expect, test } from '../support/portal-test.ts';

test('an OAuth client is created, gets a token, and is deleted', async ({ page, visit, say, portal }) => {
  await visit('/keys');
  await page.getByRole('tab', { name: say('Clientes OAuth', 'OAuth clients') }).click();
  await page.getByRole('button', { name: say('Novo cliente', 'New client') }).click();
  await page.getByLabel(say('Nome', 'Name'), { exact: true }).fill('ERP');
  await page.getByRole('checkbox', { name: say('Recebíveis: ler', 'Recebíveis: read') }).check();
  await page.getByRole('button', { name: say('Criar cliente', 'Create client') }).click();
  const secret = await secretOf(page, say('O cliente ERP está pronto', 'The client ERP is ready'));
  const id = await page.getByRole('article', { name: 'ERP' }).getByText(/^cli_/).textContent();
  const headers = { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
  const ask = () =>
    page.request.post(`${portal.origin}/oauth/token`, { headers, form: { grant_type: 'client_credentials' } });
  expect(await (await ask()).json()).toMatchObject({ token_type: 'Bearer', scope: 'recebiveis:read' });

  await page.getByRole('button', { name: say('Editar', 'Edit') }).click();
  const addresses = page.getByLabel(say('Endereços IP permitidos (opcional)', 'Allowed IP addresses (optional)'));
  const save = page.getByRole('button', { name: say('Salvar', 'Save'), exact: true });
  await addresses.fill('300.1.1.1');
  await save.click();
  await expect(
    page.getByText(say('Endereço ou faixa inválida: 300.1.1.1.', 'Not a valid address or range: 300.1.1.1.')),
  ).toBeVisible();
  await addresses.fill('203.0.113.0/24');
  await save.click();
  await expect(page.getByRole('article', { name: 'ERP' })).toContainText('203.0.113.0/24');
  await expect(addresses).toBeHidden();
  expect(await (await ask()).json()).toMatchObject({ error: 'unauthorized_client' });

  await page.getByRole('button', { name: say('Excluir…', 'Delete…') }).click();
  await page.getByRole('button', { name: say('Excluir agora', 'Delete now') }).click();
  await expect(page.getByText(say('Nenhum cliente ainda', 'No clients yet'))).toBeVisible();
  expect((await ask()).status()).toBe(401);
});

test('the console gets a token with one click where an operation accepts one', async ({ page, visit, say }) => {
  await visit('/reference/recebiveis/list-sponsors');
  const panel = await openConsole(page, say);
  const choose = () =>
    page.getByLabel(say('Credencial', 'Credential')).selectOption(say('Bearer · token OAuth', 'Bearer · OAuth token'));
  const get = page.getByRole('button', { name: say('Obter um token', 'Get a token') });
  await choose();
  await get.click();
  await expect(page.getByText(say('expira às', 'expires at'))).toBeVisible();
  const sent = page.waitForRequest((request) => request.url().includes('/sandbox/recebiveis/'));
  await panel.send();
  expect((await sent).headers().authorization).toMatch(/^Bearer eyJ/);
  await expect(panel.status).toContainText('200');

  // Another tab does not have the secret of the console's client: it rotates the secret instead of creating a second client.
  await page.evaluate(() => sessionStorage.removeItem('cais.console-client'));
  await page.reload();
  await findConsole(page, say);
  await choose();
  await get.click();
  await expect(page.getByText(say('expira às', 'expires at'))).toBeVisible();
  await visit('/keys?tab=clients');
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('without the server the page says so, and recovers when it is back', async ({ page, context, visit, say }) => {
  await visit('/keys');
  await expect(page.getByRole('button', { name: say('Nova chave', 'New key') })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole('tab', { name: say('Clientes OAuth', 'OAuth clients') }).click();
  await expect(page.getByRole('alert')).toContainText(say('não respondeu', 'did not respond'));
  await context.setOffline(false);
  await page.getByRole('button', { name: say('Tentar de novo', 'Try again') }).click();
  await expect(page.getByText(say('Nenhum cliente ainda', 'No clients yet'))).toBeVisible();
});
