import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Issue } from '../answers/issue.ts';
import { type ApiDocument, loadApi } from './load-api.ts';
import { createValidator } from './validator.ts';

function validatorOf(api: ApiDocument): (schema: string, value: unknown) => string[] {
  const validator = createValidator(api.document);
  return (schema, value) => shown(validator.request({ $ref: `#/components/schemas/${schema}` }, value));
}

function shown(issues: Issue[]): string[] {
  return issues.map(({ field, keyword }) => `${field} ${keyword}`).sort();
}

const address = {
  street: 'Rua A',
  number: '1',
  district: 'Centro',
  city: 'Santos',
  state: 'SP',
  postal_code: '11010-141',
};
const customer = { type: 'individual', name: 'Ana', federal_tax_number: '52998224725', email: 'ana@correio.example' };

describe('what a body breaks is told once for each field', () => {
  let notas: ReturnType<typeof validatorOf>;
  let biblioteca: ReturnType<typeof validatorOf>;

  before(async () => {
    notas = validatorOf(await loadApi('specs/notas'));
    biblioteca = validatorOf(await loadApi('e2e/specs/biblioteca'));
  });

  test('a good body has no issue', () => {
    assert.deepEqual(notas('CustomerInput', customer), []);
    assert.deepEqual(notas('CustomerInput', { ...customer, address }), []);
  });

  test('values that are named one by one need no format', () => {
    const { request } = createValidator({ openapi: '3.1.0', info: { title: 'A', version: '1' } });
    const schema = { type: 'string', format: 'date-time', enum: ['now'] };
    assert.deepEqual(request(schema, 'now'), []);
    assert.deepEqual(shown(request(schema, '2026-01-15T12:00:00Z')), [' enum']);
  });

  test('every missing field is named', () => {
    assert.deepEqual(notas('CustomerInput', {}), [
      'email required',
      'federal_tax_number required',
      'name required',
      'type required',
    ]);
  });

  test('several faults of one body come together, deep ones with their whole name', () => {
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

  test('a wrong CPF or CNPJ is one issue that tells both formats, without the noise of anyOf', async () => {
    const validator = createValidator((await loadApi('specs/notas')).document);
    const issues = validator.request(
      { $ref: '#/components/schemas/CustomerInput' },
      { ...customer, federal_tax_number: '52998224724' },
    );
    assert.deepEqual(shown(issues), ['federal_tax_number format']);
    assert.equal(issues[0]?.params.format, 'cpf / cnpj');
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

  test('what is read-only is not required of a request, but is of a response', async () => {
    const loan = { matricula: 1001, isbn: '9786500000016', exemplar: 1 };
    assert.deepEqual(biblioteca('Emprestimo', loan), []);
    const validator = createValidator((await loadApi('e2e/specs/biblioteca')).document);
    assert.deepEqual(shown(validator.response({ $ref: '#/components/schemas/Emprestimo' }, loan)), [
      'id required',
      'situacao required',
    ]);
  });

  test('what one part of an allOf requires may be read-only by another part', () => {
    const fields = { type: 'object', properties: { id: { type: 'string', readOnly: true }, name: { type: 'string' } } };
    const visit = { allOf: [{ $ref: '#/components/schemas/Fields' }, { required: ['id', 'name'] }] };
    const validator = createValidator({
      openapi: '3.1.0',
      info: { title: 'A', version: '1' },
      components: { schemas: { Fields: fields, Visit: visit } },
    });
    assert.deepEqual(shown(validator.request({ $ref: '#/components/schemas/Visit' }, {})), ['name required']);
  });

  test('what is write-only is not required of a response, but is of a request', () => {
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

  test('recursive schemas are checked at every depth', () => {
    const deep = {
      codigo: 'a',
      nome: 'A',
      subcategorias: [{ codigo: 'b', nome: 'B', subcategorias: [{ codigo: 'C!', nome: 'C' }] }],
    };
    assert.deepEqual(biblioteca('Categoria', deep), ['subcategorias.0.subcategorias.0.codigo pattern']);
  });

  test('an example that looks like a schema is taken for none, and disarms no other', () => {
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

  test('properties may be called as keywords are', () => {
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

  test('names with slashes and tildes are told as they are', () => {
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
