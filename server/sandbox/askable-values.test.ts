import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const query = (name: string, schema: string) => `{name: ${name}, in: query, schema: ${schema}}`;
const document = `openapi: 3.1.0
info: {title: Readers, version: "1"}
paths:
  /readers:
    get:
      parameters:
        - ${query('status', '{type: string, enum: [all, offline, online]}')}
        - ${query('week', '{type: integer, minimum: 3, maximum: 9}')}
        - ${query('started', '{type: string, format: date-time}')}
        - ${query('seen', '{type: string, format: date-time}')}
        - ${query('distance', '{type: boolean}')}
        - ${query('floor', '{type: string}')}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Listed"}}}}}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Reader"}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Reader"}}}}}
  /readers/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Reader"}}}}}
components:
  schemas:
    Listed: {type: object, properties: {id: {type: string}, status: {type: string}, week: {type: integer}, started: {type: string}, seen: {type: string, format: date-time-rfc-2822}, distance: {type: number}}}
    Reader: {allOf: [{$ref: "#/components/schemas/Listed"}, {type: object, properties: {floor: {type: string}}}]}
`;

type Reader = Record<'id' | 'status' | 'week' | 'started' | 'seen' | 'distance' | 'floor', string>;

describeOnDatabases('the records of a new sandbox', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      open,
      env: { SPECS_PATH: writeSpecs({ readers: { 'openapi.yaml': document } }) },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const list = async (asked: Record<string, string> = {}): Promise<Reader[]> => {
    const { status, body } = await portal.call(`GET /sandbox/readers/readers?${new URLSearchParams(asked)}`, { key });
    assert.equal(status, 200, JSON.stringify(body));
    return body;
  };

  test('have the values that their list can be asked for', async () => {
    const all = await list();
    for (const { status } of all) assert.match(status, /^(offline|online)$/);
    for (const { week } of all) assert.ok(Number(week) >= 3 && Number(week) <= 9, week);
    const { status, week, started } = all[0] as Reader;
    for (const [name, value] of Object.entries({ status, week: String(week), started })) {
      const found = await list({ [name]: value });
      assert.ok(found.length > 0, name);
      for (const each of found) assert.equal(String(each[name as 'week']), value);
    }
  });

  test('are found by a time that mail writes, and by its day', async () => {
    const { id, seen } = (await list())[0] as Reader;
    const moment = new Date(seen).toISOString();
    assert.match(seen, /\+0000$/);
    assert.ok((await list({ seen: moment })).some((each) => each.id === id));
  });

  test('are all shown where yes or no asks for something else than a number', async () => {
    assert.equal((await list({ distance: 'true' })).length, (await list()).length);
  });

  test('are found by what only a single record is said to have', async () => {
    const made = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ floor: 'third' }), key };
    const { body } = await portal.call('POST /sandbox/readers/readers', made);
    assert.deepEqual(
      (await list({ floor: 'third' })).map(({ id }) => id),
      [body.id],
    );
  });
});
