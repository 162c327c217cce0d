import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { shown, validatorOf } from '../testing/shown-issues.ts';
import { loadApi } from './load-api.ts';
import { createValidator } from './validator.ts';

describe('properties for requests or responses only', () => {
  let biblioteca: ReturnType<typeof validatorOf>;

  before(async () => {
    biblioteca = validatorOf(await loadApi('e2e/specs/biblioteca'));
  });

  test('a read-only property is required in a response, but not in a request', async () => {
    const loan = { matricula: 1001, isbn: '9786500000016', exemplar: 1 };
    assert.deepEqual(biblioteca('Emprestimo', loan), []);
    const validator = createValidator((await loadApi('e2e/specs/biblioteca')).document);
    assert.deepEqual(shown(validator.response({ $ref: '#/components/schemas/Emprestimo' }, loan)), [
      'id required',
      'situacao required',
    ]);
  });

  test('a property that one part of an allOf requires may be read-only in another part', () => {
    const fields = { type: 'object', properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' } } };
    const visit = { allOf: [{ $ref: '#/components/schemas/Fields' }, { required: ['id', 'name'] }] };
    const validator = createValidator({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      components: { schemas: { Fields: fields, Visit: visit } },
    });
    assert.deepEqual(shown(validator.request({ $ref: '#/components/schemas/Visit' }, {})), ['name required']);
  });

  test('a write-only property is required in a request, but not in a response', () => {
    const schema = {
      type: 'object',
      required: ['name', 'pin'],
      properties: { name: { type: 'string' }, pin: { type: 'string', writeOnly: true } },
    };
    const validator = createValidator({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      components: { schemas: { Card: schema } },
    });
    const card = { $ref: '#/components/schemas/Card' };
    assert.deepEqual(shown(validator.request(card, { name: 'Ana' })), ['pin required']);
    assert.deepEqual(shown(validator.response(card, { name: 'Ana' })), []);
  });
});
