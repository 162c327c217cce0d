import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/portal-test.ts';

const customers = '/sandbox/notas/v1/customers';

test('the clock of the workspace moves forward, stays ahead after a reload, and is reset', async ({
  page,
  visit,
  say,
}) => {
  await visit('/workspace');
  const clock = page.getByRole('region', { name: say('Relógio', 'Clock') });
  await expect(clock.getByText(say('hora real', 'real time'), { exact: true })).toBeVisible();

  await clock.getByRole('button', { name: say('+ 7 dias', '+ 7 days') }).click();
  await expect(page.getByText(say('O relógio foi adiantado', 'The clock has been moved'))).toBeVisible();
  const ahead = clock.getByText(say('7 dias à frente da hora real', '7 days ahead of real time'));
  await expect(ahead).toBeVisible();
  await page.reload();
  await expect(ahead).toBeVisible();

  await clock.getByLabel(say('Adiantar até', 'Move forward to')).fill('2020-01-01T10:00');
  await clock.getByRole('button', { name: say('Adiantar até lá', 'Move there') }).click();
  await expect(ahead, 'a moment that has passed is not sent').toBeVisible();

  await clock.getByRole('button', { name: say('Voltar à hora real', 'Back to real time') }).click();
  await expect(clock.getByText(say('hora real', 'real time'), { exact: true })).toBeVisible();
});

test('the data is reset to the initial state, after a confirmation', async ({ page, visit, say }) => {
  await visit('/workspace');
  const data = page.getByRole('region', { name: say('Dados', 'Data') });
  await expect(data).toBeVisible();
  const key = await page.evaluate(() => JSON.stringify(localStorage).match(/sk_test_\w+/)?.[0]);
  const headers = { authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}` };
  const count = async () => (await page.request.get(customers, { headers })).headers()['x-total-count'];
  const before = await count();
  const made = await page.request.post(customers, {
    headers,
    data: { type: 'individual', name: 'Ana Lima', federal_tax_number: '52998224725', email: 'ana@correio.example' },
  });
  expect(made.status()).toBe(201);

  await data.getByLabel('API', { exact: true }).selectOption('Notas');
  const open = data.getByRole('button', { name: say('Restaurar os dados iniciais', 'Restore the sample data') });
  await open.click();
  const question = page.getByRole('dialog', {
    name: say('Restaurar os dados iniciais da API Notas?', 'Restore the sample data of Notas?'),
  });
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  expect(await count()).not.toBe(before);

  await open.click();
  await question.getByRole('button', { name: say('Apagar e restaurar', 'Delete and restore') }).click();
  await expect(
    page.getByText(say('Os dados iniciais foram restaurados', 'The sample data has been restored')),
  ).toBeVisible();
  expect(await count()).toBe(before);
});

test('the origins whose pages read the responses are chosen, and a browser keeps others out', async ({
  page,
  context,
  portal,
  visit,
  say,
}) => {
  await visit('/workspace');
  const part = page.getByRole('region', {
    name: say('Páginas que leem as respostas', 'Pages that read the responses'),
  });
  const any = part.getByLabel(say('Qualquer página pode ler', 'Any page may read'));
  await expect(any).toBeChecked();
  await any.uncheck();
  const field = part.getByLabel(say('Origens permitidas', 'Allowed origins'));
  const save = part.getByRole('button', { name: say('Salvar as origens', 'Save the origins') });
  await field.fill('https://loja.example/app');
  await save.click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(part).toContainText(
    say('Não é uma origem: https://loja.example/app', 'This is no origin: https://loja'),
  );
  await field.fill('https://loja.example');
  await save.click();
  await expect(page.getByText(say('As origens foram salvas', 'The origins were saved'))).toBeVisible();
  await expect(any, 'the portal itself still reads').not.toBeChecked();
  await page.reload();
  await expect(field).toHaveValue('https://loja.example');

  const key = await page.evaluate(() => JSON.stringify(localStorage).match(/sk_test_\w+/)?.[0]);
  const shop = createServer((_, response) => response.end('<p>Loja</p>')).listen(0, '127.0.0.1');
  await once(shop, 'listening');
  const origin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  const readFromShop = async () => {
    const other = await context.newPage();
    await other.goto(origin);
    const seen = await other.evaluate(
      ([url, secret]) =>
        fetch(`${url}/platform/v1/workspace`, { headers: { authorization: `Bearer ${secret}` } }).then(
          ({ status }) => String(status),
          (error) => String(error),
        ),
      [portal.origin, key] as const,
    );
    await other.close();
    return seen;
  };
  expect(await readFromShop()).toBe('TypeError: Failed to fetch');
  await field.fill(`https://loja.example\n${origin}`);
  await save.click();
  await expect.poll(readFromShop).toBe('200');
  shop.close();
  shop.closeAllConnections();
});

test('the quotas are listed with their use, which grows with what is created', async ({ page, visit, say }) => {
  await visit('/workspace');
  const row = page
    .getByRole('region', { name: say('Cotas', 'Quotas') })
    .getByRole('row', { name: say('Caixas de entrada', 'Inboxes') });
  await expect(row.getByRole('cell')).toHaveText(['0', '20']);
  const key = await page.evaluate(() => JSON.stringify(localStorage).match(/sk_test_\w+/)?.[0]);
  const headers = { authorization: `Bearer ${key}` };
  for (let count = 0; count < 16; count++)
    expect((await page.request.post('/platform/v1/inboxes', { headers, data: {} })).status()).toBe(201);
  await page.reload();
  await expect(row.getByRole('cell')).toHaveText([new RegExp(`^16${say('quase esgotada', 'nearly used up')}$`), '20']);
});
