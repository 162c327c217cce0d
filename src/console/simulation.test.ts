import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BuiltRequest } from '../../wire/built-request.ts';
import { writeCurl } from '../../wire/write-curl.ts';
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

test('offers the errors of the document and those of any server', () => {
  assert.deepEqual(possibleErrors(operation), ['404', '500', '502', '503', '504']);
});

test('offers the named examples whose name is valid in a header', () => {
  assert.deepEqual(
    namedExamples(operation).map(({ preference }) => preference),
    ['code=200, example="empty"', 'code=200, example="two \\"big\\" ones"'],
  );
});

test('sends the choice as a header, shows it in the curl command, and restores it from the history', () => {
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

test('sends no header without a choice', () => {
  const request = requestOf(draftCall(operation));
  assert.deepEqual(
    request.headers.map(([name]) => name),
    ['Accept'],
  );
});
