import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { builtInGuides } from '../../scripts/site/guides/built-in-guides.ts';
import { foreignPortal } from '../../server/testing/foreign-portal.ts';
import { expect, test } from '../support/portal-test.ts';
import { newGuestKey } from '../support/sandbox.ts';

/** The APIs of this project's own portal, what they are about, and who is in their data. */
const apis = globSync('specs/*/openapi.yaml').map((file) => basename(join(file, '..')));
const ours = [
  ...apis.filter((slug) => slug !== 'platform'),
  'Recebíveis',
  'Pão Quente',
  'NFS-e',
  'invoice',
  'duplicata',
];
const words = new RegExp(`.{0,30}(?<![\\p{L}\\d])(${ours.join('|')})(?![\\p{L}\\d]).{0,30}`, 'giu');

/** Its guides, but for those that every portal has: whatever names one of their addresses leads nowhere. */
const builtIn = new Set(builtInGuides.map(({ id }) => id));
const guides = globSync('docs/*.mdx').map((file) => basename(file, '.mdx'));
const addresses = new RegExp(`href="?[^ >"]*/guides/(${guides.filter((id) => !builtIn.has(id)).join('|')})["# >]`, 'g');

/** Its name; that of the software is in the headers of webhooks. */
const name = /.{0,30}\bCais\b(?!-Webhooks).{0,30}/g;

test('no page, file or text of the built portal names what is in this project’s own portal', () => {
  const site = join(foreignPortal(), '.cais/site');
  const files = globSync('**/*.{html,js,json,xml,txt,css,svg}', { cwd: site });
  expect(files.length).toBeGreaterThan(200);
  // What is looked for is found where it is.
  for (const file of ['docs/notas.mdx', 'specs/recebiveis/openapi.yaml'])
    expect(readFileSync(file, 'utf8').match(words)?.length, file).toBeGreaterThan(5);
  const found = files.flatMap((file) => {
    const text = readFileSync(join(site, file), 'utf8');
    const links = file.endsWith('.html') ? [...text.matchAll(addresses), ...text.matchAll(name)] : [];
    return [...text.matchAll(words), ...links].map(([excerpt]) => `${file}: ${excerpt}`);
  });
  expect(found).toEqual([]);
});

test('no response of its server names it, either', async ({ portal }) => {
  const key = await newGuestKey(portal);
  const texts = ['openapi.yaml', 'openapi.en.yaml', 'openapi.es.yaml'];
  const paths = [...texts, 'postman_collection.json', 'client.tgz', 'client.en.tgz', 'client.es.tgz'];
  for (const path of [
    '/platform/v1/scopes',
    '/platform/v1/event_types',
    '/platform/v1/workspace',
    ...paths.map((name) => `/downloads/platform/${name}`),
    '/downloads/train-travel/openapi.yaml',
    '/downloads/train-travel/client.tgz',
  ]) {
    const response = await fetch(portal.url + path, { headers: { authorization: `Bearer ${key}` } });
    expect(response.status, path).toBe(200);
    const body = Buffer.from(await response.arrayBuffer());
    const text = (path.endsWith('.tgz') ? gunzipSync(body) : body).toString();
    expect(text.match(words), path).toBeNull();
  }
});
