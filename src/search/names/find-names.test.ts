import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNames } from './find-names.ts';
import { shopNames } from './names-fixture.ts';
import { planQuery } from './plan-query.ts';

const found = (query: string) =>
  findNames(shopNames, planQuery(shopNames, query)).matches.map(
    ({ named }) => (named.page.id ?? named.page.url) + (named.section ? `#${named.section[1]}` : ''),
  );
const first = (query: string) => found(query)[0];

test('an operation whose title or path is the query comes before guides that mention it', () => {
  for (const query of ['invoices', '/invoices', 'list invoices', 'GET /v1/invoices', 'listInvoices', 'list inv'])
    assert.equal(first(query), 'listInvoices', query);
  assert.ok(found('invoices').includes('/guides/invoices'));
});

test('an address with ids, as it stands in a log, finds its operation', () => {
  assert.equal(first('DELETE /v1/invoices/inv_123'), 'deleteInvoice');
  assert.equal(first('https://api.example.com/v1/invoices/inv_123?expand=1'), 'getInvoice');
  assert.deepEqual(found('/v2/nowhere'), []);
});

test('verbs and nouns of another language, or other words for them, find the same', () => {
  for (const query of ['emitir nota', 'criar fatura', 'create invoice', 'como emitir uma nota'])
    assert.equal(first(query), 'createInvoice', query);
});

test('a verb finds the operation whose method does it, whatever its title says', () => {
  for (const query of ['delete invoice', 'apagar nota']) assert.equal(first(query), 'deleteInvoice', query);
});

test('the code of an error is found exactly, and is not in the way of others', () => {
  assert.equal(first('invalid_json'), '/guides/errors#invalid_json');
});

test('the name of the API may be said, too, but finds nothing alone except the API', () => {
  assert.equal(first('shop parcels'), 'listParcels');
  assert.deepEqual(found('shop'), ['/reference/shop']);
});

test('a deprecated operation comes last', () => {
  const all = found('get an invoice');
  assert.ok(all.indexOf('getInvoiceV0') > all.indexOf('getInvoice'));
});

test('the words by which something was found are told', () => {
  const { terms } = findNames(shopNames, planQuery(shopNames, 'nota'));
  assert.ok(terms.includes('nota') && terms.includes('invoices'));
});
