import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { describeOnDatabases } from '../testing/test-databases.ts';
import { startTestPortal, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

const json = (schema: string) => `content: {application/json: {schema: ${schema}}}`;
const ok = (schema: string) => `responses: {"200": {description: ok, ${json(schema)}}}`;
const ref = (name: string) => `{$ref: "#/components/schemas/${name}"}`;
const crud = (name: string, one: string, sent: string, id = '{type: string}') => `
  /${name}:
    get: {${ok(`{type: array, items: ${ref(one)}}`)}}
    post: {requestBody: {${json(ref(sent))}}, ${ok(ref(one))}}
  /${name}/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: ${id}}], ${ok(ref(one))}}`;

/** Answers require what no caller sends, in schemas with variants; the rules of a path are not those of a record. */
const document = `openapi: 3.1.0
info: {title: Variants, version: "1"}
paths:${crud('shapes', 'Shape', 'NewShape')}${crud('orders', 'Order', 'NewOrder')}${crud('tickets', 'Ticket', 'NewTicket', '{type: string, pattern: "^[a-z]+$"}')}
  /customers:
    get: {${ok(`{type: object, properties: {data: {type: array, items: ${ref('Customer')}}}}`)}}
    post: {requestBody: {${json('{type: object, properties: {name: {type: string}, plan: {type: string}, created: {type: integer, readOnly: true}}}')}}, ${ok(ref('Customer'))}}
  /customers/{id}:
    get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], ${ok(`{anyOf: [${ref('Gone')}, ${ref('Customer')}]}`)}}
components:
  schemas:
    NewShape: {type: object, properties: {kind: {type: string}, radius: {type: number}, width: {type: number}}}
    Shape:
      oneOf: [${ref('Circle')}, ${ref('Square')}]
      discriminator: {propertyName: kind, mapping: {round: "#/components/schemas/Circle", flat: "#/components/schemas/Square"}}
    Circle: {type: object, required: [id, kind, radius, area], properties: {id: {type: string}, kind: {type: string}, radius: {type: number}, area: {type: number}}}
    Square: {type: object, required: [id, kind, width, corners], properties: {id: {type: string}, kind: {type: string}, width: {type: number}, corners: {type: integer}}}
    NewOrder: {type: object, properties: {payment: {type: object}, note: {type: string}}}
    Order: {type: object, required: [id, payment], properties: {id: {type: string}, note: {type: string}, payment: {oneOf: [${ref('Card')}, ${ref('Pix')}]}}}
    Card: {type: object, required: [by, number, brand], properties: {by: {const: card}, number: {type: string}, brand: {type: string}}}
    Pix: {type: object, required: [by, key, code], properties: {by: {const: pix}, key: {type: string}, code: {type: string}}}
    Customer: {type: object, required: [id, created], properties: {id: {type: string}, name: {type: string}, plan: {type: string, readOnly: true}, created: {type: integer, readOnly: true}}}
    Gone: {type: object, required: [id, deleted], properties: {id: {type: string}, deleted: {type: boolean, enum: [true]}}}
    NewTicket: {type: object, properties: {title: {type: string}}}
    Ticket: {type: object, properties: {id: {type: string, pattern: "^T[0-9]{6}$"}, title: {type: string}}}
`;

describeOnDatabases('nothing that was sent is lost', (open) => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    const specs = writeSpecs({ variants: { 'openapi.yaml': document } });
    portal = await startTestPortal({ open, env: { SPECS_PATH: `specs:${specs}` } });
    key = await portal.guest();
  });
  after(() => portal.close());

  const call = (request: string, sent?: unknown) => {
    const [method, path] = request.split(' ');
    return portal.call(`${method} /sandbox/variants${path}`, { key, body: sent });
  };

  test('for the variant that its discriminator names is answered, and no other', async () => {
    const { body: made } = await call('POST /shapes', { kind: 'flat', width: 3 });
    assert.deepEqual([made.kind, made.width, typeof made.corners, made.area], ['flat', 3, 'number', undefined]);
    assert.deepEqual((await call(`GET /shapes/${made.id}`)).body, made);
    assert.deepEqual((await call('GET /shapes')).body.at(-1), made);
  });

  test('within a part that lacks what only the server knows', async () => {
    const { body: made } = await call('POST /orders', { payment: { by: 'pix', key: 'mine' }, note: 'soon' });
    assert.deepEqual([made.payment.by, made.payment.key, made.note], ['pix', 'mine', 'soon']);
    assert.deepEqual((await call(`GET /orders/${made.id}`)).body, made);
  });

  test('where the path has other rules for ids than the record', async () => {
    const { body: made } = await call('POST /tickets', { title: 'mine' });
    assert.match(made.id, /^T\d{6}$/);
    assert.deepEqual((await call(`GET /tickets/${made.id}`)).body, made);
    assert.equal((await call('GET /tickets/T9')).status, 404);
  });

  test('for a record is no trace of the variant that it is when it is gone', async () => {
    const { body: made } = await call('POST /customers', { name: 'Ana' });
    assert.deepEqual([made.name, made.deleted], ['Ana', undefined]);
    assert.ok(Math.abs(made.created * 1000 - Date.now()) < 60_000);
    assert.deepEqual((await call(`GET /customers/${made.id}`)).body, made);
  });

  test('where a request writes what its record has as read-only', async () => {
    const { body: made } = await call('POST /customers', { name: 'Ana', plan: 'large', created: 7 });
    assert.deepEqual([made.plan, made.created === 7], ['large', false]);
  });
});
