import { describe, test } from 'node:test';
import { sampleOf } from '../../testing/sample-of.ts';
import type { Schema } from '../document-types.ts';

describe('a sample keeps the rules of its schema', () => {
  for (const [what, schema] of [
    ['a text as long as it has to be', { type: 'string', minLength: 12, maxLength: 14 }],
    ['a text shorter than the usual one', { type: 'string', maxLength: 3 }],
    ['a text of a pattern', { type: 'string', pattern: '^[A-Z]{3}-\\d{4}$' }],
    ['a text of a pattern that is only good without Unicode', { type: 'string', pattern: '^\\$\\{P\\.[a-z]+}$' }],
    [
      'a text of a pattern, as long as it has to be',
      { type: 'string', pattern: '^[a-f0-9]+$', minLength: 24, maxLength: 24 },
    ],
    [
      'a text of a pattern that is much longer than the pattern asks for',
      { type: 'string', pattern: '^arn:(aws|aws\\-cn):osis:.+:pipeline\\/.+$', minLength: 46, maxLength: 76 },
    ],
    ['a number above an open bound', { type: 'number', exclusiveMinimum: 0, maximum: 0.5 }],
    ['a whole number below zero', { type: 'integer', maximum: -10, multipleOf: 4 }],
    ['a number of tenths', { type: 'number', minimum: 0.3, multipleOf: 0.1 }],
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
      'an object with names of a pattern',
      {
        type: 'object',
        minProperties: 1,
        patternProperties: { '^x-[a-z]+$': { type: 'integer' } },
        additionalProperties: false,
      },
    ],
    [
      'an object with a property that nothing describes',
      { type: 'object', required: ['a'], additionalProperties: { type: 'boolean' } },
    ],
    ['parts that add rules to each other', { allOf: [{ type: 'string', minLength: 8 }, { maxLength: 9 }] }],
    ['null where nothing else is', { type: 'null' }],
  ] as [string, Schema][])
    test(what, () => void sampleOf(schema));
});
