import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BuiltRequest } from '../exchange/built-request.ts';
import { writeCurl } from '../exchange/write-curl.ts';
import { buildRequest } from './build-request.ts';
import { type CallDraft, draftCall } from './call-draft.ts';
import { restoreDraft } from './call-history.ts';
import { anOperation } from './operation-fixture.ts';
import { namedExamples, plannedDrop, possibleErrors } from './simulation.ts';

const media = (names: string[]) => ({
  'application/json': {
    example: {},
    examples: Object.fromEntries(names.map((name) => [name, { summary: `About ${name}`, description: '', value: {} }])),
  },
});
const operation = anOperation({
  responses: {
    200: { description: '', headers: {}, content: media(['empty', 'two "big" ones', 'não']) },
    404: { description: '', headers: {}, content: {} },
    '4XX': { description: '', headers: {}, content: media(['range']) },
  },
});

function requestOf(draft: CallDraft): BuiltRequest {
  const result = buildRequest(operation, draft, 'http://localhost:3000');
  assert.ok(!result.faults);
  return result.request;
}

test('the errors to choose from are those of the document and those of any server', () => {
  assert.deepEqual(possibleErrors(operation), ['404', '500', '502', '503', '504']);
});

test('the examples to choose from are those that have a name which a header can carry', () => {
  assert.deepEqual(
    namedExamples(operation).map(({ preference }) => preference),
    ['code=200, example="empty"', 'code=200, example="two \\"big\\" ones"'],
  );
});

test('what is chosen goes as a header, is in the curl, and comes back with the call from the history', () => {
  const draft = { ...draftCall(operation), simulation: { answer: 'drop=after', wait: 'wait=2' } };
  const request = requestOf(draft);
  assert.deepEqual(
    request.headers.filter(([name]) => name === 'Prefer'),
    [['Prefer', 'drop=after, wait=2']],
  );
  assert.match(writeCurl(request, ''), /--header 'Prefer: drop=after, wait=2'/);
  assert.equal(plannedDrop(request), 'after');
  assert.deepEqual(restoreDraft(draftCall(operation), draft).simulation, draft.simulation);
  assert.equal(restoreDraft(draft, draftCall(operation)).simulation, undefined);
});

test('without a choice there is no header', () => {
  const request = requestOf(draftCall(operation));
  assert.deepEqual(
    request.headers.map(([name]) => name),
    ['Accept'],
  );
});
