import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startTestPortal, type TestAnswer, type TestPortal } from '../testing/test-portal.ts';
import { writeSpecs } from '../testing/test-specs.ts';

/** Lists of choices inside each other, and closed objects: what makes a small wrong body expensive. */
const document = `
openapi: 3.1.0
info: { title: Escolhas, version: '1' }
paths:
  /choices:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              additionalProperties: false
              properties:
                items: { type: array, items: { anyOf: [{ type: string }, { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] } }
                deep: { $ref: '#/components/schemas/Deep' }
      responses: { '201': { description: created } }
components:
  schemas:
    A: { type: object, required: [a, b], additionalProperties: false, properties: { a: { const: 1 }, b: { type: string } } }
    B: { type: object, required: [c, d], additionalProperties: false, properties: { c: { const: 1 }, d: { type: string } } }
    Deep: { oneOf: [{ type: string }, { type: array, items: { $ref: '#/components/schemas/Deep' } }] }
`;

const unknown = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`field_${index}`, index]));

const bodies: Record<string, unknown> = {
  'ten thousand nulls where variants are allowed': { items: Array(10_000).fill(null) },
  'twenty thousand of them, the most': { items: Array(19_990).fill(null) },
  'as many choices as are still compared': { items: Array(600).fill({ a: 2 }) },
  'choices inside choices': { deep: Array.from({ length: 90 }).reduce((inner) => [inner], null) },
  'choices inside choices, side by side': { deep: Array(500).fill([[[null]]]) },
  '5,000 unknown fields': unknown(5_000),
  '1,500 unknown fields': unknown(1_500),
  'an unknown field with a name of 500 kB': { ['n'.repeat(500_000)]: 1 },
  'unknown fields with long names': Object.fromEntries(
    Array.from({ length: 150 }, (_, i) => [`${i}${'n'.repeat(5000)}`, i]),
  ),
};

describe('a small body that is wrong all over', () => {
  let portal: TestPortal;
  let key: string;
  before(async () => {
    portal = await startTestPortal({
      env: { SPECS_PATH: `specs:${writeSpecs({ served: { 'openapi.yaml': document } })}` },
    });
    key = await portal.guest();
  });
  after(() => portal.close());

  const send = (path: string, body: unknown): Promise<TestAnswer> => portal.call(`POST ${path}`, { key, body });

  for (const [name, body] of Object.entries(bodies))
    test(`${name}: is refused in a short response`, async () => {
      const answer = await send('/sandbox/served/choices', body);
      assert.equal(answer.status, 422, JSON.stringify(answer.body).slice(0, 300));
      assert.ok(answer.body.errors.length >= 1 && answer.body.errors.length <= 101);
      assert.ok(JSON.stringify(answer.body).length < 64 * 1024);
    });

  test('200,000 values, one MiB, are not read as JSON', async () => {
    const { status, body } = await send('/sandbox/served/choices', { items: Array(200_000).fill(null) });
    assert.deepEqual([status, body.code], [400, 'invalid_json']);
    assert.match(body.detail, /ele tem mais de 20000 valores/);
  });

  test('45,000 fields in one object are not read as JSON', async () => {
    const { status, body } = await send('/sandbox/served/choices', unknown(45_000));
    assert.deepEqual([status, body.code], [400, 'invalid_json']);
    assert.match(body.detail, /um objeto tem mais de 5000 campos/);
  });

  test('the first hundred of many invalid fields are named, and then how many more there are', async () => {
    const { body } = await send('/sandbox/served/choices', bodies['1,500 unknown fields']);
    assert.deepEqual(body.errors.slice(-2), [
      {
        pointer: '#/field_99',
        in: 'body',
        code: 'unknown_field',
        detail: '"field_99" não é um campo deste corpo; confira a grafia.',
      },
      { pointer: '#', in: 'body', code: 'invalid_value', detail: '"corpo" tem pelo menos mais 1400 campos inválidos.' },
    ]);
    assert.match(body.detail, /field_9 e mais 1490\.$/);
  });

  const apis = [
    '/sandbox/notas/v1/customers',
    '/sandbox/gestor/v1/produtos',
    '/sandbox/crm/v2/usuarios',
    '/sandbox/biblioteca/leitores',
    '/platform/v1/webhook_endpoints',
  ];
  for (const path of apis)
    test(`in each form of errors the response stays short: ${path}`, async () => {
      for (const body of [
        unknown(45_000),
        bodies['5,000 unknown fields'],
        bodies['1,500 unknown fields'],
        bodies['unknown fields with long names'],
        Array(50_000).fill(null),
      ]) {
        const answer = await send(path, body);
        assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status));
        assert.ok(JSON.stringify(answer.body).length < 64 * 1024);
      }
    });
});
