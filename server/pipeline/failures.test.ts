import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { makeKey } from '../identity/key-format.ts';
import { type PortalOptions, startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const customers = '/sandbox/notas/v1/customers';
const document = `openapi: 3.1.0
info: {title: Agenda, version: "1"}
paths:
  /visits:
    get:
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}
`;

async function withPortal(options: PortalOptions, tests: (portal: TestPortal) => Promise<void>): Promise<void> {
  const portal = await startTestPortal(options);
  try {
    await tests(portal);
  } finally {
    await portal.close();
  }
}

describe('when something fails', () => {
  test("an internal error is 500 in the API's own format, with the request id and without details", async () => {
    const lines: string[] = [];
    await withPortal(
      { env: { LOG_LEVEL: 'info' }, logStream: { write: (line) => lines.push(line) } },
      async (portal) => {
        const key = await portal.guest();
        await portal.context.db.schema.dropTable('record').execute();
        const portuguese = await portal.call('GET /sandbox/defeituosa/visitas', { key });
        assert.match(portuguese.body.detail, /openapi\.yaml:22 A referência .*Vizita não tem alvo\. Defina Vizita/);
        for (const path of [customers, '/sandbox/biblioteca/livros']) {
          const { status, headers, body } = await portal.call(`GET ${path}`, { key });
          assert.equal(status, 500);
          assert.doesNotMatch(JSON.stringify(body), /no such table|record|sqlite|select|stack|\.ts/i);
          assert.ok(
            lines.some((line) => line.includes('no such table') && line.includes(String(headers['x-request-id']))),
            'the log says what failed, and in which request',
          );
        }
        const { body } = await portal.call(`GET ${customers}`, { key });
        assert.equal(body.errors[0].code, 'internal_error');
        assert.match(body.errors[0].userMessage, /escreva para api@notas\.example com o id da requisição\.$/);
        const { body: ofPortal } = await portal.call('POST /platform/v1/workspace/reset', { key });
        assert.match(ofPortal.detail, /informe o id da requisição\.$/, 'whose document names no contact');
      },
    );
  });

  test('no log line holds a key, wherever it was sent', async () => {
    const lines: string[] = [];
    await withPortal(
      { env: { LOG_LEVEL: 'trace' }, logStream: { write: (line) => lines.push(line) } },
      async (portal) => {
        const [key, live, unknown] = [await portal.guest(), makeKey('live'), makeKey('test')];
        for (const sent of [key, live, unknown]) {
          const basic = Buffer.from(`${sent}:x`).toString('base64');
          await portal.call(`GET ${customers}?api_key=${sent}`, { key: sent });
          await portal.call('GET /sandbox/biblioteca/livros', {
            headers: { 'x-chave-biblioteca': sent, cookie: `key=${sent}` },
          });
          await portal.call(`POST ${customers}`, { key: sent, body: `{"key": "${sent}"` });
          await portal.call(`GET ${customers}/%E0%A4%A?key=${sent}`, { key: sent });
          await portal.call(`POST ${customers}`, { key: sent, body: 'x', headers: { 'content-type': 'not a type' } });
          await portal.context.db.schema.alterTable('record').renameTo('elsewhere').execute();
          await portal.call(`GET ${customers}`, { key: sent });
          await portal.context.db.schema.alterTable('elsewhere').renameTo('record').execute();
          const log = lines.join('');
          assert.ok(lines.length > 5, 'something was logged');
          assert.ok(!log.includes(sent.slice(8)), 'the key is in the log');
          assert.ok(!log.includes(basic.slice(0, 40)), 'the credentials are in the log');
          assert.doesNotMatch(log, /authorization|set-cookie|x-chave/i);
        }
      },
    );
  });

  test('a document with faults answers 503 with its faults, and the other APIs are served', async () => {
    await withPortal({}, async (portal) => {
      const key = await portal.guest();
      const { status, headers, body } = await portal.call('GET /sandbox/defeituosa/visitas', {
        key,
        headers: { 'accept-language': 'en' },
      });
      assert.equal(status, 503);
      assert.equal(headers['content-type'], 'application/problem+json; charset=UTF-8');
      assert.match(body.detail, /defeituosa\/openapi\.yaml:22 .*Vizita has no target.*openapi\.yaml:28 /);
      for (const path of [customers, '/sandbox/biblioteca/livros'])
        assert.equal((await portal.call(`GET ${path}`, { key })).status, 200);
    });
  });

  const broken: Record<string, [Record<string, string>, RegExp]> = {
    'a profile that cannot be parsed': [{ 'sandbox.ts': 'export const profile = {' }, /sandbox\.ts/],
    'a profile that throws': [{ 'sandbox.ts': 'throw new Error("no such thing");' }, /sandbox\.ts.*no such thing/],
    'a profile that is not exported': [{ 'sandbox.ts': 'export const other = {};' }, /must export "profile"/],
    'a profile with rules for an unknown store': [
      { 'sandbox.ts': 'export const profile = { resources: { visists: {} } };' },
      /sandbox\.ts.*"visists".*visits/,
    ],
    'seed data that cannot be parsed': [{ 'seed.yaml': 'visits: [' }, /seed\.yaml:1/],
    'seed data for a store that is not there': [{ 'seed.yaml': 'visists: [{id: a}]' }, /seed\.yaml.*"visists".*visits/],
    'seed data without an id': [{ 'seed.yaml': 'visits:\n  - {id: a}\n  - {name: b}' }, /seed\.yaml:3 .*id/],
    'seed data with an id twice': [
      { 'seed.yaml': 'visits:\n  - {id: a}\n  - {id: b}\n  - {id: a}' },
      /seed\.yaml:4 .*"a"/,
    ],
    'seed data that is no list': [{ 'seed.yaml': 'visits: {id: a}' }, /seed\.yaml:1/],
  };
  test('a broken API does not affect others, and its fault is located', async () => {
    const cases = Object.entries(broken);
    const apis = cases.map(([, [files]], index) => [`broken-${index}`, { 'openapi.yaml': document, ...files }]);
    const root = writeSpecs({ ...Object.fromEntries(apis), good: { 'openapi.yaml': document } });
    await withPortal({ env: { SPECS_PATH: `specs:${root}` } }, async (portal) => {
      const key = await portal.guest();
      assert.equal((await portal.call('GET /sandbox/good/visits', { key })).status, 200);
      assert.equal((await portal.call(`GET ${customers}`, { key })).status, 200);
      for (const [index, [name, [, expected]]] of cases.entries()) {
        const { status, body } = await portal.call(`GET /sandbox/broken-${index}/visits`, { key });
        assert.equal(status, 503, name);
        assert.match(body.detail, expected, name);
      }
      assert.equal(portal.context.faults.list().length, cases.length);
    });
  });

  test('empty seed data means no data, not the examples', async () => {
    const root = writeSpecs({ agenda: { 'openapi.yaml': document, 'seed.yaml': '# nothing yet\n' } });
    await withPortal({ env: { SPECS_PATH: `specs:${root}` } }, async (portal) => {
      assert.deepEqual((await portal.call('GET /sandbox/agenda/visits', { key: await portal.guest() })).body, []);
    });
  });
});
