import { describe, test } from 'node:test';
import { sampleOf } from '../../testing/sample-of.ts';
import type { Schema } from '../document-types.ts';

describe('a sample satisfies its schema', () => {
  for (const [what, schema] of [
    ['a text with a minimum length', { type: 'string', minLength: 12, maxLength: 14 }],
    ['a text shorter than the usual sample', { type: 'string', maxLength: 3 }],
    ['a text that matches a pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d{4}$' }],
    ['a text that matches a pattern valid only without Unicode', { type: 'string', pattern: '^\\$\\{P\\.[a-z]+}$' }],
    [
      'a text that matches a pattern and a fixed length',
      { type: 'string', pattern: '^[a-f0-9]+$', minLength: 24, maxLength: 24 },
    ],
    [
      'a text that matches a pattern and must be much longer than its shortest match',
      { type: 'string', pattern: '^arn:(aws|aws\\-cn):osis:.+:pipeline\\/.+$', minLength: 46, maxLength: 76 },
    ],
    ['a number above an exclusive bound', { type: 'number', exclusiveMinimum: 0, maximum: 0.5 }],
    ['a negative integer', { type: 'integer', maximum: -10, multipleOf: 4 }],
    ['a multiple of a tenth', { type: 'number', minimum: 0.3, multipleOf: 0.1 }],
    ['a set of allowed values', { type: 'array', minItems: 3, uniqueItems: true, items: { enum: ['a', 'b', 'c'] } }],
    ['a set of numbers', { type: 'array', minItems: 3, uniqueItems: true, items: { type: 'integer' } }],
    [
      'a set of objects',
      {
        type: 'array',
        minItems: 2,
        uniqueItems: true,
        items: { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] },
      },
    ],
    ['a tuple', { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false }],
    [
      'a text that matches a pattern with loops beside each other, and is long',
      {
        type: 'string',
        pattern: '\\/projects\\/(me|[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*)\\/apikeys\\/[a-f\\d]{24}',
      },
    ],
    [
      'an object whose names match a pattern',
      {
        type: 'object',
        minProperties: 1,
        patternProperties: { '^x-[a-z]+$': { type: 'integer' } },
        additionalProperties: false,
      },
    ],
    [
      'an object with a property without a schema',
      { type: 'object', required: ['a'], additionalProperties: { type: 'boolean' } },
    ],
    ['parts that combine their rules', { allOf: [{ type: 'string', minLength: 8 }, { maxLength: 9 }] }],
    ['null where nothing else is allowed', { type: 'null' }],
  ] as [string, Schema][])
    test(what, () => void sampleOf(schema));
});
