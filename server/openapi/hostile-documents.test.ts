import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { serveDocument as serve } from '../testing/serve-document.ts';

const head = 'openapi: 3.1.0\ninfo: {title: Hostile, version: "1"}\n';
const posting = (schema: string, schemas = '{}') => `${head}paths:
  /things:
    post:
      requestBody: {required: true, content: {application/json: {schema: ${schema}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: ${schema}}}}}
components: {schemas: ${schemas}}
`;

describe('a hostile document is rejected with its faults, or works', () => {
  for (const reference of [
    'https://example.com/a.yaml#/A',
    'file:///etc/passwd',
    '../../secrets.yaml',
    '//example.com/x',
  ])
    test(`a reference to ${reference} is not followed`, () =>
      serve(posting(`{$ref: "${reference}"}`), async (call, faults) => {
        assert.deepEqual(
          faults.length > 0 && faults.every((fault) => fault.includes('points outside the document')),
          true,
        );
        // What refers to it allows everything.
        const { status, body } = await call('POST /things', { a: 1 });
        assert.equal(status, 200);
        assert.doesNotMatch(JSON.stringify(body ?? null), /root:|secret/);
      }));

  test('a reference to itself is a schema that allows everything', () =>
    serve(
      posting('{$ref: "#/components/schemas/A"}', '{A: {$ref: "#/components/schemas/A"}}'),
      async (call, faults) => {
        assert.deepEqual(faults, []);
        assert.ok((await call('POST /things', {})).status < 500);
      },
    ));

  test('circular references, recursive compositions and endless requirements still respond', () =>
    serve(
      posting(
        '{$ref: "#/components/schemas/A"}',
        `{A: {type: object, required: [b], properties: {b: {$ref: "#/components/schemas/B"}}},
          B: {allOf: [{$ref: "#/components/schemas/B"}, {required: [a], properties: {a: {$ref: "#/components/schemas/A"}}}]}}`,
      ),
      async (call, faults) => {
        assert.deepEqual(faults, []);
        assert.ok((await call('POST /things', { b: {} })).status < 500);
      },
    ));

  test('a pattern rejects texts on which it would run forever', () =>
    serve(posting('{type: object, properties: {name: {type: string, pattern: "^(a+)+$"}}}'), async (call) => {
      assert.equal((await call('POST /things', { name: 'aaa' })).status, 200);
      assert.equal((await call('POST /things', { name: `${'a'.repeat(500)}!` })).status, 422);
    }));

  test('absurdly large lengths do no harm', () =>
    serve(
      posting(
        '{type: object, properties: {text: {type: string, minLength: 2000000000}, list: {type: array, minItems: 1000000000, items: {type: string}}}}',
      ),
      async (call) => {
        assert.equal((await call('POST /things', {})).status, 200);
        assert.equal((await call('POST /things', { text: 'short' })).status, 422);
      },
    ));

  test('names inherited from Object.prototype are names like any other', () =>
    serve(
      posting(
        '{type: object, required: [constructor], properties: {constructor: {type: string}, toString: {type: integer}}}',
      ),
      async (call) => {
        assert.equal((await call('POST /things', {})).status, 422);
        assert.equal((await call('POST /things', { constructor: 'x' })).status, 200);
      },
    ));

  const nested = (depth: number): string =>
    `${'{type: object, properties: {a: '.repeat(depth)}{type: string}${'}}'.repeat(depth)}`;

  test('schemas nested 200 levels deep are read', () =>
    serve(posting(nested(200)), async (call, faults) => {
      assert.deepEqual(faults, []);
      assert.equal((await call('POST /things', {})).status, 200);
    }));

  test('schemas nested 5,000 levels deep are rejected', () =>
    serve(posting(nested(5000)), async (call, faults) => {
      assert.notDeepEqual(faults, []);
      assert.equal((await call('POST /things', {})).status, 503);
    }));

  test('alias bombs are rejected', () => {
    const levels = Array.from({ length: 12 }, (_, level) =>
      level === 0
        ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
        : `a${level}: &a${level} [${Array(9)
            .fill(`*a${level - 1}`)
            .join(', ')}]`,
    );
    return serve(`${head}paths: {}\nx-bomb:\n  ${levels.join('\n  ')}\n`, async (call, faults) => {
      assert.match(faults[0] ?? '', /cannot be expanded/);
      assert.equal((await call('GET /things')).status, 503);
    });
  });

  test('ten thousand operations are served', () => {
    const paths = Array.from(
      { length: 5000 },
      (_, index) =>
        `  /things${index}:\n    get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}}}\n    post: {responses: {"204": {description: ok}}}`,
    );
    return serve(`${head}paths:\n${paths.join('\n')}\n`, async (call, faults) => {
      assert.deepEqual(faults, []);
      assert.equal((await call('GET /things4999')).status, 200);
      assert.equal((await call('POST /things0')).status, 204);
    });
  });
});
