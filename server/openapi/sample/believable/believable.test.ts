import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentOf, ref } from '../../../testing/sample-of.ts';
import type { OpenApiDocument, Schema } from '../../document-types.ts';
import { exampleOf, exampleOfRecord } from '../../example-of.ts';
import { isCnpj, isCpf } from '../../formats.ts';
import { validatorOf } from '../../validator.ts';

const text: Schema = { type: 'string' };
const number: Schema = { type: 'number' };
const whole: Schema = { type: 'integer' };

/** The sample of an object with these properties, in a document of this language. */
function sampleOfAll(properties: Record<string, Schema>, language = 'en'): Record<string, unknown> {
  const document = documentOf({ Customer: { type: 'object', properties } });
  Object.assign(document.info, { 'x-language': language });
  const sample = exampleOf(document, ref('Customer'), { direction: 'response' }) as Record<string, unknown>;
  assert.deepEqual(validatorOf(document).response(ref('Customer'), sample), []);
  return sample;
}

describe('a text says what its name, format or description means', () => {
  test('properties of one person belong together', () => {
    const { name, first_name, lastName, email } = sampleOfAll({
      name: text,
      first_name: text,
      lastName: text,
      email: text,
    });
    assert.equal(name, `${first_name} ${lastName}`);
    assert.match(String(email), /^[a-z]+\.[a-z]+@example\.com$/);
    assert.ok(String(email).startsWith(`${String(first_name).toLowerCase()}.`));
  });

  test('properties of one address belong together, in the country of the language', () => {
    const address: Record<string, Schema> = { cidade: text, uf: text, cep: text, pais: { ...text, maxLength: 2 } };
    const { cidade, uf, cep, pais } = sampleOfAll(address, 'pt');
    const states: Record<string, string> = {
      'São Paulo': 'SP',
      'Belo Horizonte': 'MG',
      Curitiba: 'PR',
      Recife: 'PE',
      'Porto Alegre': 'RS',
      Salvador: 'BA',
    };
    assert.equal(uf, states[String(cidade)]);
    assert.match(String(cep), /^\d{5}-\d{3}$/);
    assert.equal(pais, 'BR');
    const { country_code, currency, locale } = sampleOfAll({ country_code: text, currency: text, locale: text });
    assert.deepEqual([country_code, currency, locale], ['US', 'USD', 'en-US']);
  });

  test('numbers of people and companies in Brazil have right check digits, in the form that the schema asks for', () => {
    const written = { ...text, pattern: '^\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}$' };
    const { cpf, cpf_do_titular, cnpj } = sampleOfAll({ cpf: text, cpf_do_titular: written, cnpj: text }, 'pt');
    assert.match(String(cpf), /^\d{11}$/);
    assert.match(String(cpf_do_titular), /^\d{3}\.\d{3}\.\d{3}-\d{2}$/);
    assert.ok(isCpf(String(cpf)) && isCpf(String(cpf_do_titular)) && isCnpj(String(cnpj)));
  });

  test('a time as mail writes it', () => {
    const { sent_at } = sampleOfAll({ sent_at: { ...text, format: 'date-time-rfc-2822' } });
    assert.match(String(sent_at), /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/);
  });

  test('an unknown one is its name, which a reader knows better than any filling', () => {
    assert.deepEqual(sampleOfAll({ reference_group: text, shelf: { ...text, title: 'Shelf in the store' } }), {
      reference_group: 'Reference group',
      shelf: 'Shelf in the store',
    });
  });

  test('an example that a description quotes is used', () => {
    const { gate, order } = sampleOfAll({
      gate: { ...text, description: 'Where to board, e.g. `B12`.' },
      order: { ...text, description: 'The ID of the order, for example `ord_8fk2Lm90`.' },
    });
    assert.equal(gate, 'B12');
    assert.match(String(order), /^ord_[A-Za-z0-9]{8}$/);
  });

  test('a pattern, a length and a format win over any meaning', () => {
    const { email, code, note, city } = sampleOfAll({
      email: { ...text, maxLength: 3 },
      code: { ...text, pattern: '^[A-Z]{2}\\d{6}$' },
      note: { ...text, minLength: 200 },
      city: { ...text, format: 'uuid' },
    });
    assert.equal(String(email).length, 3);
    assert.match(String(code), /^[A-Z]{2}\d{6}$/);
    assert.ok(!/(.)\1{3}/.test(String(code)), String(code));
    assert.ok(String(note).length >= 200);
    assert.match(String(city), /^[0-9a-f-]{36}$/);
  });

  test('examples, defaults and enums of the document win', () => {
    const own = sampleOfAll({
      email: { ...text, example: 'a@b.test' },
      city: { ...text, default: 'Lima' },
      country: { ...text, enum: ['PE', 'CL'] },
    });
    assert.deepEqual(own, { email: 'a@b.test', city: 'Lima', country: 'PE' });
  });
});

describe('a number says what its name means', () => {
  test('whole where the format says so, so that nothing beside it has to be plain', () => {
    const { userRating, name } = sampleOfAll({ userRating: { ...number, format: 'int32' }, name: text });
    assert.ok(Number.isInteger(userRating));
    assert.notEqual(name, 'string');
  });

  test('within its bounds and steps', () => {
    const { amount, price, quantity, rate, latitude, page } = sampleOfAll({
      amount: whole,
      price: { ...number, multipleOf: 0.01 },
      quantity: { ...whole, minimum: 40 },
      rate: { ...number, maximum: 1 },
      latitude: number,
      page: whole,
    });
    assert.ok(Number(amount) >= 1990);
    assert.match(String(price), /^\d+\.9$/);
    assert.equal(quantity, 40);
    assert.ok(Number(rate) > 0 && Number(rate) < 1);
    assert.ok(Math.abs(Number(latitude)) > 1 && Math.abs(Number(latitude)) < 90);
    assert.equal(page, 1);
  });

  test('and times are seconds, or milliseconds where it is said so', () => {
    const { created, updatedAt, timezone_offset } = sampleOfAll({
      created: whole,
      updatedAt: { ...whole, description: 'In milliseconds since 1970' },
      timezone_offset: whole,
    });
    assert.equal(new Date(Number(created) * 1000).getUTCFullYear(), 2025);
    assert.equal(new Date(Number(updatedAt)).getUTCFullYear(), 2025);
    assert.equal(timezone_offset, 0);
  });
});

test('a state is one that something may still come after, and rare truths are false', () => {
  const states = { ...text, enum: ['canceled', 'completed', 'pending', 'active'] };
  const { status, archived, enabled } = sampleOfAll({
    status: states,
    archived: { type: 'boolean' },
    enabled: { type: 'boolean' },
  });
  assert.deepEqual([status, archived, enabled], ['pending', false, true]);
});

describe('several records', () => {
  const customer: Schema = {
    type: 'object',
    properties: { id: text, name: text, email: { ...text, example: 'x@y.test' }, created_at: text, born_on: text },
  };
  const made = (document: OpenApiDocument, index: number, moving = new Set<unknown>()) =>
    exampleOfRecord(document, ref('Customer'), { direction: 'response', index, moving }) as Record<string, string>;

  test('differ, the first is the example, and each is younger than the one before', () => {
    const document = documentOf({ Customer: customer });
    const records = Array.from({ length: 12 }, (_, index) => made(document, index));
    assert.deepEqual(records[0], exampleOf(document, ref('Customer'), { direction: 'response' }));
    for (const name of ['id', 'name', 'email', 'created_at'])
      assert.equal(new Set(records.map((each) => each[name])).size, 12, name);
    const times = records.map((each) => String(each.created_at));
    assert.deepEqual(times.toSorted(), times);
  });

  test('tell which of their times move with a clock', () => {
    const moving = new Set<unknown>();
    const { created_at } = made(documentOf({ Customer: customer }), 3, moving);
    assert.deepEqual([...moving], [created_at]);
  });

  test('are the same whatever else the document has', () => {
    const more = { ...customer, properties: { vip: { type: 'boolean' } as Schema, ...customer.properties } };
    const { vip: _, ...same } = made(documentOf({ Order: customer, Customer: more }), 5);
    assert.deepEqual(same, made(documentOf({ Customer: customer }), 5));
  });
});
