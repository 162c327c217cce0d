import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { runCollection } from '../support/newman.ts';
import { expect, test, withFolder } from '../support/portal-test.ts';

for (const [slug, title] of [
  ['notas', 'Notas'],
  ['recebiveis', 'Recebíveis'],
  ['gestor', 'Gestor'],
  ['crm', 'CRM'],
  ['train-travel', 'Train Travel API'],
  ['biblioteca', 'Biblioteca de Porto das Águas'],
] as const) {
  test(`the downloaded collection of ${title} runs without failures`, async ({ page, visit, say }) => {
    test.setTimeout(120_000);
    await visit('/downloads');
    const section = page.getByRole('region', { name: title });
    const button = section.getByRole('button', {
      name: say('Baixar a coleção com a minha chave', 'Download the collection with my key'),
    });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe(`${slug}.postman_collection.json`);
    await expect(section.getByRole('status').first()).toContainText(`${slug}.postman_collection.json`);

    await withFolder(async (folder) => {
      const file = join(folder, download.suggestedFilename());
      await download.saveAs(file);
      const requests = readFileSync(file, 'utf8').match(/"request":/g)?.length ?? 0;
      const run = runCollection(file, folder);
      expect(run.failures).toEqual([]);
      expect(run.requests).toBe(requests);
      expect(run.assertions).toBeGreaterThanOrEqual(requests);
    });
  });
}

test('every file on the page exists', async ({ page, visit, portal }) => {
  await visit('/downloads');
  const links = page.getByRole('main').locator('a[download]');
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThanOrEqual(9);
  for (const address of addresses) {
    const response = await page.request.get(address);
    expect(response.status(), address).toBe(200);
    // Downloads contain the portal's current address and no other.
    const text = address.endsWith('.tgz') ? gunzipSync(await response.body()).toString() : await response.text();
    if (/notas/.test(address)) expect(text, address).toContain(`${portal.url}/sandbox/notas/v1`);
    expect(text, address).not.toContain('localhost:3000/sandbox');
  }
});

test('a document is downloaded in the language of its link', async ({ page, visit, say }) => {
  await visit('/downloads');
  const section = page.getByRole('region', { name: 'Notas' });
  const english = section.getByRole('link', {
    name: say('Documento OpenAPI em inglês', 'OpenAPI document in English'),
  });
  const response = await page.request.get((await english.getAttribute('href')) ?? '');
  expect(await response.text()).toContain('Create a customer');
  const portuguese = section.getByRole('link', {
    name: say('Documento OpenAPI em português', 'OpenAPI document in Portuguese'),
  });
  const other = await page.request.get((await portuguese.getAttribute('href')) ?? '');
  expect(await other.text()).toContain('Cadastrar um cliente');
});
