import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serveDocument as serve } from '../testing/serve-document.ts';

const head = 'openapi: 3.1.0\ninfo: {title: Hostile, version: "1"}\n';
const posting = (schema: string, schemas = '{}', parameters = '[]') => `${head}paths:
  /things:
    post:
      parameters: ${parameters}
      requestBody: {required: true, content: {application/json: {schema: ${schema}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}
components: {schemas: ${schemas}}
`;
const A = '{$ref: "#/components/schemas/A"}';

describe('a hostile schema is enforced, or reported', () => {
  test('an enormous enum accepts its values and no other', () => {
    const values = Array.from({ length: 10_000 }, (_, index) => `v${index}`).join(', ');
    return serve(
      posting(`{type: object, properties: {v: {type: string, enum: [${values}]}}}`),
      async (call, faults) => {
        assert.deepEqual(faults, []);
        assert.equal((await call('POST /things', { v: 'v9999' })).status, 200);
        assert.equal((await call('POST /things', { v: 'v10000' })).status, 422);
      },
    );
  });

  test('compositions that double at each step are enforced', () => {
    const levels = Array.from({ length: 7 }, (_, level) => {
      const next = level === 6 ? '{type: object, required: [a]}' : `{$ref: "#/components/schemas/L${level + 1}"}`;
      return `L${level}: {allOf: [${next}, ${next}], anyOf: [${next}, ${next}]}`;
    });
    return serve(posting('{$ref: "#/components/schemas/L0"}', `{${levels.join(', ')}}`), async (call, faults) => {
      assert.deepEqual(faults, []);
      assert.equal((await call('POST /things', { a: 1 })).status, 200);
      assert.equal((await call('POST /things', {})).status, 422);
    });
  });

  for (const levels of [20, 60])
    test(`compositions that double ${levels} times do not block`, () => {
      const all = Array.from({ length: levels }, (_, level) => {
        const next =
          level === levels - 1 ? '{type: object, required: [a]}' : `{$ref: "#/components/schemas/L${level + 1}"}`;
        return `L${level}: {allOf: [${next}, ${next}]}`;
      });
      return serve(posting('{$ref: "#/components/schemas/L0"}', `{${all.join(', ')}}`), async (call, faults) => {
        assert.deepEqual(faults, []);
        assert.ok((await call('POST /things', { a: 1 })).status < 500);
        assert.ok((await call('POST /things', {})).status < 500);
      });
    });

  for (const pattern of ['^(a|a)*$', '^(a|aa)+$', '(.*)*x', '^([a-z]+)*[0-9]$', '^(?:(a)+b?)+$'])
    test(`the pattern ${pattern} does not block, in a body, a name or a parameter`, () =>
      serve(
        posting(
          `{type: object, properties: {t: {type: string, pattern: "${pattern}"}}, patternProperties: {"${pattern}": {type: integer}}}`,
          '{}',
          `[{name: q, in: query, schema: {type: string, pattern: "${pattern}"}}]`,
        ),
        async (call, faults) => {
          assert.deepEqual(faults, []);
          const long = `${'a'.repeat(2000)}!`;
          assert.ok((await call('POST /things', { t: long })).status < 500);
          assert.ok((await call('POST /things', { [long]: 'x' })).status < 500);
          assert.ok((await call(`POST /things?q=${long}`, {})).status < 500);
        },
      ));

  // Texts that take far less than one may: it is their number that takes too long, on a slow machine, too.
  for (const [pattern, text] of Object.entries({
    '^(a+)+$': `${'a'.repeat(18)}!`,
    '^(a|aa)+$': `${'a'.repeat(18)}!`,
    'b*a*c*d': 'a'.repeat(90),
  }))
    test(`the pattern ${pattern} does not block on many short texts, and the response asks for fewer where all are compared`, () =>
      serve(posting(`{type: array, items: {type: string, pattern: "${pattern}"}}`), async (call, faults) => {
        assert.deepEqual(faults, []);
        const { status, body } = await call('POST /things', Array(1900).fill(text));
        assert.equal(status, 422);
        assert.match(JSON.stringify(body), /deve seguir o padrão/);
        const chosen = `{type: array, items: {anyOf: [{type: string, pattern: "${pattern}"}, {type: string}]}}`;
        await serve(posting(chosen), async (call) => {
          const { status, body } = await call('POST /things', Array(1900).fill(text));
          assert.equal(status, 422);
          assert.match(JSON.stringify(body), /demora demais para ser comparado com o documento/);
        });
        const honest = Array(10).fill('a'.repeat(15));
        const after = await call('POST /things', honest);
        assert.equal(after.status, pattern.endsWith('d') ? 422 : 200, 'another caller is checked as before');
      }));

  test('path items, parameters and responses that refer to themselves are reported', () => {
    const circles = `${head}paths:
  /a: {$ref: "#/components/pathItems/A"}
  /b:
    get:
      parameters: [{$ref: "#/components/parameters/P"}]
      responses: {"200": {$ref: "#/components/responses/R"}}
components:
  pathItems: {A: {$ref: "#/components/pathItems/A"}}
  parameters: {P: {$ref: "#/components/parameters/P"}}
  responses: {R: {$ref: "#/components/responses/R"}}
`;
    return serve(circles, async (call, faults) => {
      assert.ok(faults.length > 0);
      assert.equal((await call('GET /b')).status, 503);
    });
  });

  test('impossible rules reject every body without failing', () =>
    serve(
      posting(
        '{type: object, required: [n, l], properties: {n: {type: integer, minimum: 9, maximum: 1}, m: {type: number, multipleOf: 1.0e-300}, l: {type: array, minItems: 3, maxItems: 1, items: false}, not: {not: {}}}}',
      ),
      async (call, faults) => {
        assert.deepEqual(faults, []);
        assert.equal((await call('POST /things', { n: 5, l: [] })).status, 422);
        assert.ok((await call('POST /things', { n: 5, m: 0.1, l: [] })).status < 500);
      },
    ));

  test('two thousand properties, all of them required, are checked', () => {
    const names = Array.from({ length: 2000 }, (_, index) => `p${index}`);
    const properties = names.map((name) => `${name}: {type: integer}`).join(', ');
    return serve(
      posting(A, `{A: {type: object, required: [${names}], properties: {${properties}}}}`),
      async (call, faults) => {
        assert.deepEqual(faults, []);
        assert.equal((await call('POST /things', Object.fromEntries(names.map((name) => [name, 1])))).status, 200);
        assert.equal((await call('POST /things', {})).status, 422);
      },
    );
  });

  test('a property named __proto__ is like any other', () =>
    serve(
      posting('{type: object, properties: {"__proto__": {type: object}, polluted: {type: string}}}'),
      async (call, faults) => {
        if (faults.length === 0) assert.ok((await call('POST /things', {})).status < 500);
        assert.equal(({} as Record<string, unknown>).polluted, undefined);
      },
    ));
});
