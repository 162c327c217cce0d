import { makeKey, secretOf, statusWith } from '../support/keys.ts';
import { newPerson, signIn } from '../support/people.ts';
import { expect, test } from '../support/portal-test.ts';

test('a key is created, works for its API, is revoked, and is rejected at once', async ({ page, visit, say }) => {
  await visit('/keys');
  const secret = await makeKey(page, say, 'Loja');
  expect(await statusWith(page, secret)).toBe(200);
  const curl = page.locator('pre').filter({ hasText: 'curl' });
  await page.getByLabel(say('Uma primeira chamada', 'A first call')).selectOption('Notas');
  await expect(curl, 'the call is in the dialect of the API').toContainText(
    `--user 'sk_test_••••${secret.slice(-4)}:x'`,
  );
  await page.getByLabel(say('Uma primeira chamada', 'A first call')).selectOption('Gestor');
  await expect(curl).toContainText('apiKey: sk_test_••••');

  await page.reload();
  const card = page.getByRole('article', { name: 'Loja' });
  await expect(card).toContainText('notas:read');
  await expect(card).toContainText(say('1 chamada em 30 dias', '1 call in 30 days'));
  await expect(card).toContainText(/Notas · [\d.:]+/);
  await expect(page.getByText(secret), 'the secret is not shown again').toHaveCount(0);

  await card.getByRole('button', { name: say('Revogar…', 'Revoke…') }).click();
  await page.getByRole('button', { name: say('Revogar agora', 'Revoke now') }).click();
  await expect(page.getByText(say('agora recebem 401', 'now get 401'))).toBeVisible();
  expect(await statusWith(page, secret)).toBe(401);
  await page.getByText(say('Revogadas e expiradas (1)', 'Revoked and expired (1)')).click();
  await expect(card).toContainText(say('Revogada', 'Revoked'));

  await page.getByRole('tab', { name: say('Trilha de auditoria', 'Audit trail') }).click();
  const revoked = page.getByRole('row').filter({ hasText: say('Revogou a chave', 'Revoked the key') });
  await expect(revoked).toContainText('Loja');
});

test('a key is rotated with an overlap, and then without one', async ({ page, visit, say }) => {
  await visit('/keys');
  const first = await makeKey(page, say, 'Loja');
  const ready = say('A chave Loja está pronta', 'The key Loja is ready');
  const rotate = async (overlap: string) => {
    await page
      .getByRole('article', { name: 'Loja' })
      .first()
      .getByRole('button', { name: say('Trocar…', 'Rotate…') })
      .click();
    await page.getByRole('radio', { name: overlap }).check();
    await page.getByRole('button', { name: say('Trocar', 'Rotate'), exact: true }).click();
  };
  await rotate(say('1 hora', '1 hour'));
  await expect(page.getByRole('region', { name: ready }).getByText(first)).toHaveCount(0);
  const second = await secretOf(page, ready);
  expect([await statusWith(page, first), await statusWith(page, second)]).toEqual([200, 200]);

  await rotate(say('Expira agora', 'Expires now'));
  await expect(page.getByRole('region', { name: ready }).getByText(second)).toHaveCount(0);
  const third = await secretOf(page, ready);
  expect([await statusWith(page, second), await statusWith(page, third)]).toEqual([401, 200]);
});

test('errors of the key form appear beside their fields, and no input is lost', async ({ page, visit, say }) => {
  await visit('/keys');
  await page.getByRole('button', { name: say('Nova chave', 'New key') }).click();
  const create = page.getByRole('button', { name: say('Criar chave', 'Create key') });
  await create.click();
  const name = page.getByLabel(say('Nome', 'Name'), { exact: true });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription(/100/);
  await expect(page.getByText(say('Escolha ao menos um escopo.', 'Choose at least one scope.'))).toBeVisible();

  await name.fill('Filial');
  await page.getByRole('checkbox', { name: say('Notas: ler', 'Notas: read') }).check();
  const addresses = page.getByLabel(say('Endereços IP permitidos', 'Allowed IP addresses'));
  await addresses.fill('203.0.113.0/24\n300.1.1.1\n2001:db8::/32');
  await create.click();
  await expect(addresses).toBeFocused();
  await expect(addresses).toHaveAccessibleDescription(/: 300\.1\.1\.1\./);
  await addresses.fill('203.0.113.0/24\n2001:db8::/32');
  await create.click();
  const secret = await secretOf(page, say('A chave Filial está pronta', 'The key Filial is ready'));
  expect(await statusWith(page, secret), 'this machine is not on the list').toBe(403);
});

test('a production key looks different, and no sandbox accepts it', async ({ page, visit, say }) => {
  await visit('/keys');
  await page.getByRole('button', { name: say('Nova chave', 'New key') }).click();
  await page.getByLabel(say('Nome', 'Name'), { exact: true }).fill('Loja de verdade');
  await page.getByRole('radio', { name: say('Produção', 'Live') }).check();
  await page.getByRole('checkbox', { name: say('Todas as APIs: ler', 'All APIs: read') }).check();
  await page.getByRole('button', { name: say('Criar chave', 'Create key') }).click();
  const heading = say('A chave Loja de verdade está pronta', 'The key Loja de verdade is ready');
  const secret = await secretOf(page, heading);
  expect(secret).toMatch(/^sk_live_/);
  expect([401, 403]).toContain(await statusWith(page, secret));
  await expect(page.getByRole('region', { name: heading }).getByText('/sandbox/')).toHaveCount(0);
  await expect(page.getByRole('article', { name: 'Loja de verdade' })).toContainText(say('Produção', 'Live'));
});

test('a reader sees the keys and who may change them, but no buttons', async ({ page, visit, say, portal }) => {
  const [owner, reader] = [newPerson('Marina Couto'), newPerson('Rafael Prado')];
  const headers = { origin: portal.origin };
  const send = (path: string, data: object) => page.request.post(path, { headers, data });
  expect((await send('/account/sign-up', owner)).status()).toBe(201);
  await send('/platform/v1/api_keys', { name: 'Loja', scopes: ['notas:read'] });
  await send('/platform/v1/invitations', { email: reader.email, role: 'reader' });
  const emails: { to: string; text: string }[] = (await (await page.request.get('/account/outbox')).json()).data;
  const token = emails.find(({ to }) => to === reader.email)?.text.match(/#token=(\S+)/)?.[1];
  await page.context().clearCookies();
  await send('/account/sign-up', reader);
  const accepted = await send('/account/accept-invitation', { token });
  expect(accepted.status()).toBe(200);
  await page.context().clearCookies();

  await visit('/sign-in?next=/keys');
  await signIn(page, say, reader);
  await page.waitForURL(({ pathname }) => pathname.endsWith('/keys'));
  expect((await send('/account/choose-workspace', await accepted.json())).status()).toBe(200);
  await visit('/keys');
  await expect(page.getByRole('article', { name: 'Loja' })).toBeVisible();
  await expect(
    page.getByText(say('Seu papel neste espaço é leitor', 'Your role in this workspace is reader')),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: say('Nova chave', 'New key') })).toBeHidden();
  await expect(page.getByRole('button', { name: say('Revogar', 'Revoke') })).toBeHidden();
});
