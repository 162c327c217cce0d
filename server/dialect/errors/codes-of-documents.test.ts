import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { document, type ErrorPortal, english, json, serveErrors } from '../../testing/error-documents.ts';

const spanish = 'La lista de todas las cosas. El servidor devuelve un error cuando el nombre no está.';
const german =
  'Die Liste der Dinge. Es wird ein Fehler gemeldet, wenn der Name nicht angegeben ist und das Ding fehlt.';
const coded = (codes: string) =>
  `{type: object, required: [code, message], properties: {code: {type: string, enum: [${codes}]}, message: {type: string}}}`;
const text = '{type: string}';

const documents = {
  english: document(
    json('default', '{$ref: "#/components/schemas/Error"}'),
    english,
    `components: {schemas: {Error: {type: object, required: [code, message], properties: {code: {$ref: "#/components/schemas/Code"}, message: ${text}}}, Code: {type: string, enum: [BAD_THING, RESOURCE_NOT_FOUND, VALIDATION_ERROR, UNAUTHORIZED]}, Color: {type: string, enum: [not_found, red]}}}`,
  ),
  spanish: document(json('404', coded('limit, no_encontrado')), spanish),
  german: document(json('4XX', coded('other, limit')), german),
  optional: document(
    json('404', `{type: object, properties: {code: {type: string, enum: [card_declined]}, message: ${text}}}`),
    english,
  ),
};

describe("language and codes of a document's errors", () => {
  let served: ErrorPortal;
  before(async () => {
    served = await serveErrors(documents);
  });
  after(() => served.portal.close());

  test('an English document speaks English, and a caller who prefers another language gets it', async () => {
    assert.match((await served.missing('english')).body.message, /^No record has the id/);
    const portuguese = await served.missing('english', { 'accept-language': 'pt-BR' });
    assert.match(portuguese.body.message, /^Nenhum registro/);
    assert.match((await served.missing('english', { 'accept-language': 'ja' })).body.message, /^No record/);
  });

  test('a Spanish document speaks Spanish, and one in none of the languages English', async () => {
    assert.match((await served.missing('spanish')).body.message, /^Ningún registro/);
    assert.match((await served.missing('german')).body.message, /^No record/);
  });

  test('a code is the member of the enum that means the error, by default and by reference', async () => {
    const found = [
      await served.missing('english'),
      await served.invalid('english'),
      await served.portal.call('GET /sandbox/english/things'),
    ];
    assert.deepEqual(
      found.map(({ status }) => status),
      [404, 422, 401],
    );
    for (const each of found) served.assertValid('english', each);
    assert.deepEqual(
      found.map(({ body }) => body.code),
      ['RESOURCE_NOT_FOUND', 'VALIDATION_ERROR', 'UNAUTHORIZED'],
    );
    assert.equal((await served.missing('spanish')).body.code, 'no_encontrado');
  });

  test('where no member means it, a general one is taken if one is required, and none otherwise', async () => {
    const general = await served.missing('german');
    served.assertValid('german', general);
    assert.equal(general.body.code, 'other');
    assert.deepEqual(Object.keys((await served.missing('optional')).body), ['message']);
  });
});
