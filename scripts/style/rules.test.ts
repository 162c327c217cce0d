import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkExample } from './check-example.ts';
import { wellStyled } from './example-api.ts';
import { rules } from './rules.ts';

/** For each way to break a rule: the original text, its replacement, and the line that the fault must report. */
const breaches: [rule: string, way: string, from: string, to: string, line: RegExp][] = [
  ['version-first', 'no version at all', '/sandbox/example/v2', '/sandbox/example', /sandbox/],
  ['version-first', 'none in addresses and paths', serversIn(wellStyled), '', /^ {2}\/customers:$/],
  ['version-first', 'something above it', '.example/v2', '.example/api/v2', /region/],
  ['version-first', 'a version with a dot', '.example/v2', '.example/v2.1', /region/],
  ['version-first', 'a second version below', '/company:', '/company/v3:', /\/company\/v3:/],
  ['snake-case', 'a segment', '/company:', '/companyData:', /\/companyData:/],
  ['snake-case', 'a segment with a hyphen', '/company:', '/company-data:', /\/company-data:/],
  ['snake-case', 'a parameter of the query', 'name: cursor', 'name: pageCursor', /pageCursor/],
  ['snake-case', 'a property of a component', 'tax_number: {', 'taxNumber: {', /taxNumber: \{/],
  ['snake-case', 'a property within a property', '{city: {type: string, ex', '{código: {type: string, ex', /código/],
  ['plural-collections', 'a list', '/notas_fiscais:', '/nota_fiscal:', /\/nota_fiscal:/],
  ['plural-collections', 'a path with ids below', '/company:', '/status/{id}:', /\/status\/\{id\}:/],
  ['no-verbs', 'a collection with an English verb', '/company:', '/get_company:', /\/get_company:/],
  ['no-verbs', 'a collection with a Portuguese verb', '/company:', '/listar_empresas:', /\/listar_empresas:/],
  ['no-verbs', 'a verb above an id', '/company:', '/buscar_notas/{id}:', /\/buscar_notas/],
  ['no-verbs', 'an action that is read', '/company:', '/customers/{customer_id}/enviar:', /enviar:/],
  ['no-verbs', 'an action of nothing', '/notas_fiscais/cancelar:', '/cancelar:', /\/cancelar:/],
  ['no-property-urls', 'a field of the record', '{customer_id}/address:', '{customer_id}/name:', /\/name:/],
  [
    'no-property-urls',
    'a bare value',
    '{type: object, properties: {city: {type: string}}}',
    '{type: string}',
    /\{customer_id\}\/address:/,
  ],
  [
    'put-replaces',
    'less than POST requires',
    `put:
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Customer'}}}`,
    `put:
      requestBody:
        content: {application/json: {schema: {type: object, required: [name]}}}`,
    /^ {4}put:$/,
  ],
  [
    'patch-changes',
    'a property that must be sent',
    '{type: object, properties: {name',
    '{required: [name], properties: {name',
    /^ {4}patch:$/,
  ],
  ['created-location', 'no header', '          headers: {Location: {schema: {type: string}}}\n', '', /^ {4}post:$/],
  ['created-location', 'another status', "'201':", "'200':", /^ {4}post:$/],
  ['listed-statuses', 'a status of its own', "'204': {", "'202': {", /'202'/],
  ['allow-header', 'no header', '      headers: {Allow: {schema: {type: string}}}\n', '', /MethodNotAllowed:/],
  [
    'problem-details',
    'JSON of its own',
    `description: not there
      content: {application/problem+json`,
    `description: not there
      content: {application/json`,
    /NotFound:/,
  ],
  [
    'problem-details',
    'members that are missing',
    '        detail: {type: string}\n',
    '',
    /NotFound:|MethodNotAllowed:/,
  ],
  ['problem-details', 'no body', "'204': {description: done}", "'410': {description: gone}", /'410'/],
  [
    'deprecation-headers',
    'no header',
    "  /company:\n    get:\n      responses:\n        '200':",
    "  /company:\n    get:\n      deprecated: true\n      responses:\n        '200':",
    /'200'/,
  ],
];

describe('the style guide', () => {
  test('accepts a document that follows its rules', async () => {
    assert.deepEqual(await checkExample(wellStyled), []);
  });

  for (const [rule, way, from, to, line] of breaches) {
    test(`${rule}: ${way} is reported on its line, with a remedy`, async () => {
      assert.ok(wellStyled.includes(from), from);
      const document = wellStyled.replace(from, to);
      const faults = await checkExample(document);
      assert.ok(faults.length > 0, 'no faults were reported');
      for (const { message, remedy, file } of faults) {
        assert.ok(message.startsWith(`${rule}: `), message);
        assert.ok(remedy.length > 0);
        assert.match(file, /example\/openapi\.yaml$/);
      }
      assert.match(document.split('\n')[(faults[0]?.line ?? 0) - 1] ?? '', line);
    });
  }

  test('has a test for each rule', () => {
    assert.deepEqual([...new Set(breaches.map(([rule]) => rule))].sort(), rules.map(({ name }) => name).sort());
  });
});

function serversIn(document: string): string {
  return document.slice(document.indexOf('servers:'), document.indexOf('paths:'));
}
