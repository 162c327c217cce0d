import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../../testing/test-portal.ts';

/** Nearly as long as Node reads. */
const longest = 15_000;
const repeat = (part: string, between: string) =>
  Array(Math.floor(longest / (part.length + between.length)))
    .fill(part)
    .join(between);

describeOnDatabases('a question as long as a URL can be', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({ open });
    key = await portal.guest();
  });
  after(() => portal.close());

  const get = (path: string) => portal.call(`GET ${path}`, { key, headers: { 'accept-language': 'en' } });

  const questions: Record<string, string> = {
    'one field, many values': `/sandbox/notas/v1/customers?${repeat('name=a', '&')}`,
    'many comparisons': `/sandbox/notas/v1/companies/com_m9s346q3d25vt4f5/serviceinvoices?${repeat('amount%3E=1', '&')}`,
  };
  for (const [what, url] of Object.entries(questions))
    test(`${what}: is refused, and the response says how many values are allowed`, async () => {
      const { status, body } = await get(url);
      assert.equal(status, 400, JSON.stringify(body).slice(0, 300));
      assert.match(JSON.stringify(body), /at most 100/);
    });

  test('a hundred values of one field are compared', async () => {
    const { status } = await get(`/sandbox/notas/v1/customers?${Array(100).fill('name=a').join('&')}`);
    assert.equal(status, 200);
  });

  test('its Link header is left out where clients could not read it', async () => {
    for (const url of [`sort=${repeat('name', ',')}`, `fields=${repeat('name', ',')}`, `name=${repeat('a', '')}`]) {
      const { status, headers } = await get(`/sandbox/notas/v1/customers?${url}`);
      assert.equal(status, 200);
      assert.ok(headers.link === undefined, `${headers.link?.length} characters`);
    }
    const { headers } = await get('/sandbox/notas/v1/customers?sort=name');
    assert.match(headers.link ?? '', /rel="next"|rel="first"/);
  });
});
