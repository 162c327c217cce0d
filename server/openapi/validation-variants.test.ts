import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { shown, validatorOf } from '../testing/shown-issues.ts';
import { loadApi } from './load-api.ts';
import { createValidator } from './validator.ts';

describe('a body with several variants', () => {
  let biblioteca: ReturnType<typeof validatorOf>;

  before(async () => {
    biblioteca = validatorOf(await loadApi('e2e/specs/biblioteca'));
  });

  test('is not rejected for an ambiguity of the document', () => {
    const [named, coded] = [
      { type: 'object', properties: { name: { type: 'string' } } },
      { type: 'object', properties: { name: { type: 'string' }, code: { type: 'string' } } },
    ];
    const validator = createValidator({ openapi: '3.1.0' } as never);
    const ambiguous = { oneOf: [named, coded] } as never;
    assert.deepEqual(validator.request(ambiguous, { name: 'Ana' }), []);
    assert.deepEqual(validator.request({ anyOf: [{ type: 'string' }, ambiguous] } as never, { name: 'Ana' }), []);
    assert.deepEqual(shown(validator.request(ambiguous, { name: 7 })), ['name type']);
    const distinct = {
      oneOf: [
        { ...named, required: ['name'] },
        { ...coded, required: ['code'] },
      ],
    } as never;
    assert.deepEqual(shown(validator.request(distinct, { name: 'Ana', code: '7' })), [' oneOf']);
    assert.deepEqual(shown(validator.response(ambiguous, { name: 'Ana' })), [' oneOf']);
  });

  test('gets only the issues of the intended variant', () => {
    const workshop = { tipo: 'oficina', titulo: 'Encadernação', data: '2026-12-12', vagas: 0 };
    assert.deepEqual(biblioteca('Evento', workshop), ['vagas minimum']);
    assert.deepEqual(biblioteca('Evento', { ...workshop, vagas: undefined }), ['vagas required']);
  });

  test('gets the issues common to all variants if the intended one is unclear', () => {
    assert.deepEqual(biblioteca('Evento', { titulo: 'Sarau' }), ['data required', 'tipo required']);
    assert.deepEqual(biblioteca('Evento', { tipo: 'sarau', titulo: 'Sarau', data: '2026-12-12' }), ['tipo enum']);
    const api = { openapi: '3.1.0', info: { title: 'A', version: '1' } };
    const variants = { oneOf: [{ type: 'string', enum: ['a'] }, { type: 'string', enum: ['b', 'c'] }, false] } as never;
    assert.deepEqual(createValidator(api).request(variants, 'd')[0]?.params, { allowedValues: ['a', 'b', 'c'] });
  });

  test('of a type that no variant has gets one issue', () => {
    assert.deepEqual(biblioteca('Evento', 'oficina'), [' type']);
  });
});
