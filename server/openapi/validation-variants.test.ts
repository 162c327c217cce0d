import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { shown, validatorOf } from '../testing/shown-issues.ts';
import { loadApi } from './load-api.ts';
import { createValidator } from './validator.ts';

describe('what a body breaks of several variants', () => {
  let biblioteca: ReturnType<typeof validatorOf>;

  before(async () => {
    biblioteca = validatorOf(await loadApi('e2e/specs/biblioteca'));
  });

  test('a choice between variants that nothing tells apart is no mistake of the caller', () => {
    const [named, coded] = [
      { type: 'object', properties: { name: { type: 'string' } } },
      { type: 'object', properties: { name: { type: 'string' }, code: { type: 'string' } } },
    ];
    const validator = createValidator({ openapi: '3.1.0' } as never);
    const untold = { oneOf: [named, coded] } as never;
    assert.deepEqual(validator.request(untold, { name: 'Ana' }), []);
    assert.deepEqual(validator.request({ anyOf: [{ type: 'string' }, untold] } as never, { name: 'Ana' }), []);
    assert.deepEqual(shown(validator.request(untold, { name: 7 })), ['name type']);
    const told = {
      oneOf: [
        { ...named, required: ['name'] },
        { ...coded, required: ['code'] },
      ],
    } as never;
    assert.deepEqual(shown(validator.request(told, { name: 'Ana', code: '7' })), [' oneOf']);
    assert.deepEqual(shown(validator.response(untold, { name: 'Ana' })), [' oneOf']);
  });

  test('of the variants of a oneOf, only the one that was meant is told of', () => {
    const workshop = { tipo: 'oficina', titulo: 'Encadernação', data: '2026-12-12', vagas: 0 };
    assert.deepEqual(biblioteca('Evento', workshop), ['vagas minimum']);
    assert.deepEqual(biblioteca('Evento', { ...workshop, vagas: undefined }), ['vagas required']);
  });

  test('when nothing tells which variant was meant, what all of them want is told', () => {
    assert.deepEqual(biblioteca('Evento', { titulo: 'Sarau' }), ['data required', 'tipo required']);
    assert.deepEqual(biblioteca('Evento', { tipo: 'sarau', titulo: 'Sarau', data: '2026-12-12' }), ['tipo enum']);
    const api = { openapi: '3.1.0', info: { title: 'A', version: '1' } };
    const variants = { oneOf: [{ type: 'string', enum: ['a'] }, { type: 'string', enum: ['b', 'c'] }, false] } as never;
    assert.deepEqual(createValidator(api).request(variants, 'd')[0]?.params, { allowedValues: ['a', 'b', 'c'] });
  });

  test('a value of another type than any variant has is one issue', () => {
    assert.deepEqual(biblioteca('Evento', 'oficina'), [' type']);
  });
});
