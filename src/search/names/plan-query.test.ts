import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shopNames } from './names-fixture.ts';
import { planQuery } from './plan-query.ts';

const corrected = (query: string) => {
  const { text, typed } = planQuery(shopNames, query);
  return typed === undefined ? undefined : text;
};

test('a misspelt word is the nearest one that the portal has', () => {
  assert.equal(corrected('webhok'), 'webhook');
  assert.equal(corrected('wehbook '), 'webhook');
  assert.equal(corrected('idempotncy'), 'idempotency');
  assert.equal(corrected('invalid_jsn'), 'invalid_json');
  assert.equal(corrected('configuracau'), 'configuração');
});

test('only the misspelt words of several are corrected', () => {
  assert.equal(corrected('webhok signature'), 'webhook signature');
});

test('a word that is still being typed is corrected by its beginning', () => {
  assert.equal(corrected('idmepo'), 'idempotency');
  assert.equal(corrected('idempo'), undefined);
});

test('words that are known stay as they are: in texts, in another number, as a synonym, short, or with digits', () => {
  for (const query of ['webhook', 'customers', 'fatura', 'emitir', 'api', 'v12', 'cus_8aF3kk', 'get'])
    assert.equal(corrected(query), undefined, query);
});

test('what resembles nothing is left as it is', () => {
  assert.equal(corrected('qwertyuiop'), undefined);
});

test('words that the portal writes as one or as two are found either way', () => {
  assert.equal(corrected('web hook'), 'webhook');
  assert.equal(corrected('invoiceerrors'), 'invoice errors');
});

test('a literal search corrects nothing', () => {
  const plan = planQuery(shopNames, 'webhok', true);
  assert.deepEqual([plan.text, plan.typed, plan.indexed], ['webhok', undefined, ['webhok']]);
});

test('words that say nothing are left out, unless there are no others', () => {
  assert.deepEqual(planQuery(shopNames, 'how to issue an invoice').words, ['issue', 'invoice']);
  assert.deepEqual(planQuery(shopNames, 'how to').words, ['how', 'to']);
});

test('the index is asked for a word that its texts have', () => {
  assert.deepEqual(planQuery(shopNames, 'emitir nota').indexed, ['issue', 'invoice']);
  assert.deepEqual(planQuery(shopNames, 'issue invoice').indexed, ['issue', 'invoice']);
});

test('without names a query is taken as it is', () => {
  const plan = planQuery(undefined, ' webhok signature');
  assert.deepEqual([plan.text, plan.indexed], ['webhok signature', ['webhok', 'signature']]);
});
