import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const ok = (schema: string) =>
  `responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}`;
const store = (path: string, name: string, says: string) => `
  /${path}:
    get: {parameters: [{name: DateSent>, in: query, schema: {type: string, format: date-time}}], ${ok(`{type: array, items: ${ref(name)}}`)}}
    post: {description: ${says}, requestBody: {content: {application/json: {schema: ${ref(name)}}}}, ${ok(ref(name))}}
  /${path}/{id}: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], get: {${ok(ref(name))}}}`;
const time = '{type: string, format: date-time, nullable: true}';
const properties = `id: {type: string, readOnly: true}, body: {type: string}, date_sent: ${time}, read_at: ${time}, due_date: ${time}, sentiment: {type: integer}`;

const document = `openapi: 3.0.3
info: {title: Messages, version: "1"}
paths:${store('messages', 'Message', 'Send a message')}${store('drafts', 'Draft', 'Write a message that is to be sent')}
components:
  schemas:
    Message: {type: object, required: [id], properties: {${properties}}}
    Draft: {type: object, required: [id], properties: {${properties}}}
`;

describeOnDatabases('a creation that says what it does', (open) => {
  let portal: TestPortal;
  let key: string;
  const now = Date.parse('2026-11-20T12:00:00Z');
  before(async () => {
    const specs = writeSpecs({ messages: { 'openapi.yaml': document, 'seed.yaml': '' } });
    portal = await startTestPortal({ open, now: () => new Date(now), env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = async (request: string, body?: unknown) =>
    (await portal.call(request.replace(' /', ' /sandbox/messages/'), { key, body })).body;

  test('has done so at its time, by which the record is found', async () => {
    const { id, ...made } = await call('POST /messages', { body: 'Hello' });
    assert.deepEqual(made, { body: 'Hello', date_sent: '2026-11-20T12:00:00.000Z' });
    const sent = async (day: string) => (await call(`GET /messages?DateSent%3E=${day}T00:00:00Z`)).length;
    assert.deepEqual([await sent('2026-11-20'), await sent('2026-11-21')], [1, 0]);
  });

  test('leaves other times, and those that are sent', async () => {
    const { id, ...draft } = await call('POST /drafts', { body: 'Hello' });
    assert.deepEqual(draft, { body: 'Hello' });
    assert.equal(
      (await call('POST /messages', { date_sent: '2020-01-01T00:00:00Z' })).date_sent,
      '2020-01-01T00:00:00Z',
    );
  });
});
