import { expect, test } from '../support/portal-test.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page of an endpoint is complete', async ({ page, visit, say }) => {
    await visit('/reference/notas/create-customer');
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toHaveText(say('Cadastrar um cliente', 'Create a customer'));
    await expect(main).toContainText('POST');
    await expect(main).toContainText('/customers');
    for (const [name, type, meaning] of [
      ['federal_tax_number', 'string', say('CPF de pessoa física', 'CPF of a person')],
      ['external_id', 'string', say('Código do cliente no seu sistema', 'code in your system')],
      ['birth_date', 'string <date>', say('Data de nascimento', 'Date of birth')],
      ['send_invoice_by_email', 'boolean', say('Se o cliente quer receber', 'Whether the customer wants')],
      ['tags', 'string[]', say('Etiquetas livres', 'Free-form tags')],
      ['postal_code', 'string', say('CEP', 'CEP')],
    ] as const) {
      // What is inside of others is folded, and there nevertheless.
      const field = main
        .getByRole('listitem', { includeHidden: true })
        .filter({ has: page.getByRole('link', { name, exact: true, includeHidden: true }) })
        .last();
      await expect(field).toContainText(type);
      await expect(field).toContainText(meaning);
    }
    for (const status of ['201', '400', '401', '409', '415', '422']) await expect(main).toContainText(status);
    await expect(main).toContainText('Basic');
  });

  test('code samples exist in seven languages', async ({ page, visit, say }) => {
    await visit('/reference/notas/create-customer');
    const samples = page.getByRole('region', { name: say('Exemplos de chamada', 'Sample calls') });
    await expect(samples.getByRole('tab')).toHaveText(['curl', 'JavaScript', 'Python', 'PHP', 'Java', 'C#', 'Go']);
    const code = await samples.textContent();
    for (const sign of [
      'curl',
      'fetch(',
      'requests.',
      'GuzzleHttp',
      'HttpRequest.',
      'HttpClient(',
      'http.NewRequest(',
    ]) {
      expect(code).toContain(sign);
    }
  });

  test("an API's index lists all operations, each with a page", async ({ page, visit, say }) => {
    await visit('/reference/notas');
    const links = page.getByRole('main').getByRole('link').filter({ hasText: '/' });
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const operations = addresses.filter((address) => /\/reference\/notas\/./.test(address));
    expect(operations.length).toBeGreaterThanOrEqual(15);
    for (const address of operations) {
      expect(address).toContain(say('/reference/', '/en/reference/'));
      expect((await page.request.get(address)).status()).toBe(200);
    }
  });
});

test('the operator sees the faults of an API on its page, with file, line and remedy', async ({ page, visit }) => {
  await visit('/reference/defeituosa');
  const faults = page.getByRole('main').getByRole('listitem');
  await expect(faults.filter({ hasText: /openapi\.yaml:\d+/ }).filter({ hasText: 'Vizita' })).toBeVisible();
  await expect(faults.filter({ hasText: /openapi\.yaml:\d+/ }).filter({ hasText: 'security' })).toBeVisible();
});

test('the home page tells the operator what is left out', async ({ page, visit, say }) => {
  await visit('/');
  const heading = page.getByRole('heading', { name: say('O que ficou de fora', 'What is left out') });
  await expect(heading).toBeVisible();
  const fault = page.getByRole('listitem').filter({ hasText: /defeituosa\/openapi\.yaml:22/ });
  await expect(fault).toContainText(say('não tem alvo', 'has no target'));
});

test('documents added by the user have pages too', async ({ page, visit, say }) => {
  await visit('/reference/train-travel/create-booking');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Create a booking');
  await expect(page.getByRole('main')).toContainText('passenger_name');
  await visit('/reference/biblioteca/cadastrar-leitor');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cadastrar um leitor');
  await expect(page.getByRole('main')).toContainText('X-Unidade');
  await expect(page.getByRole('button', { name: say('Experimentar', 'Try it') })).toBeVisible();
});
