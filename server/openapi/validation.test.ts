import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { customer } from '../testing/notas.ts';
import { shown, validatorOf } from '../testing/shown-issues.ts';
import { loadApi } from './load-api.ts';
import { createValidator } from './validator.ts';

const address = {
  street: 'Rua A',
  number: '1',
  district: 'Centro',
  city: 'Santos',
  state: 'SP',
  postal_code: '11010-141',
};

describe('a body gets one issue per invalid field', () => {
  let notas: ReturnType<typeof validatorOf>;
  let biblioteca: ReturnType<typeof validatorOf>;

  before(async () => {
    notas = validatorOf(await loadApi('specs/notas'));
    biblioteca = validatorOf(await loadApi('e2e/specs/biblioteca'));
  });

  test('a valid body has no issue', () => {
    assert.deepEqual(notas('CustomerInput', customer), []);
    assert.deepEqual(notas('CustomerInput', { ...customer, address }), []);
  });

  test('an enum makes the format irrelevant', () => {
    const { request } = createValidator({ openapi: '3.1.0', info: { title: 'A', version: '1' } });
    const schema = { type: 'string', format: 'date-time', enum: ['now'] };
    assert.deepEqual(request(schema, 'now'), []);
    assert.deepEqual(shown(request(schema, '2026-01-15T12:00:00Z')), [' enum']);
  });

  test('every missing field is reported', () => {
    assert.deepEqual(notas('CustomerInput', {}), [
      'email required',
      'federal_tax_number required',
      'name required',
      'type required',
    ]);
  });

  test('all issues of a body are reported together, nested ones with their full name', () => {
    const wrong = {
      ...customer,
      email: 'nobody',
      address: { ...address, postal_code: 'x', floor: 2 },
      tags: ['a', 7],
      color: 'red',
    };
    assert.deepEqual(notas('CustomerInput', wrong), [
      'address.floor additionalProperties',
      'address.postal_code format',
      'color unevaluatedProperties',
      'email format',
      'tags.1 type',
    ]);
  });

  test('an invalid CPF or CNPJ is one issue that lists both formats, without the noise of anyOf', async () => {
    const validator = createValidator((await loadApi('specs/notas')).document);
    const issues = validator.request(
      { $ref: '#/components/schemas/CustomerInput' },
      { ...customer, federal_tax_number: '52998224724' },
    );
    assert.deepEqual(shown(issues), ['federal_tax_number format']);
    assert.equal(issues[0]?.params.format, 'cpf / cnpj');
  });

  test('recursive schemas are checked at every depth', () => {
    const deep = {
      codigo: 'a',
      nome: 'A',
      subcategorias: [{ codigo: 'b', nome: 'B', subcategorias: [{ codigo: 'C!', nome: 'C' }] }],
    };
    assert.deepEqual(biblioteca('Categoria', deep), ['subcategorias.0.subcategorias.0.codigo pattern']);
  });

  test('an example that looks like a schema is not treated as one', () => {
    const example = { properties: { id: null }, required: ['id'], allOf: [null], $id: 'x', $ref: '#/nowhere' };
    const validator = createValidator({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      components: {
        schemas: { Form: { type: 'object', example, examples: [example], required: ['default'], properties: {} } },
      },
    });
    const form = { $ref: '#/components/schemas/Form' };
    assert.deepEqual(shown(validator.request(form, {})), ['default required']);
    assert.deepEqual(shown(validator.response(form, {})), ['default required']);
  });

  test('properties may be named like keywords', () => {
    const names = ['example', 'default', 'required', 'properties', 'nullable', '$ref', 'x-y', 'title'];
    const schema = {
      type: 'object',
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, { type: 'integer' }])),
    };
    const validator = createValidator({ openapi: '3.1.0', info: { title: 'A', version: '1' } });
    assert.deepEqual(
      shown(validator.request(schema, Object.fromEntries(names.map((name) => [name, 'x'])))),
      names.map((name) => `${name} type`).sort(),
    );
  });

  test('names with slashes and tildes are reported unescaped', () => {
    const validator = createValidator({ openapi: '3.1.0', info: { title: 'A', version: '1' } });
    const issues = validator.request(
      { type: 'object', properties: { 'a/b~c': { type: 'integer' } } },
      { 'a/b~c': 'x' },
    );
    assert.deepEqual(
      issues.map(({ field, pointer }) => [field, pointer]),
      [['a/b~c', '/a~1b~0c']],
    );
  });
});
