import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftCall } from '../call-draft.ts';
import { anOperation, aParameter } from '../operation-fixture.ts';
import { bodyOfDraft, checkDraft } from './check-draft.ts';
import { correctUnknown } from './correct-unknown.ts';
import { joinIssues, mendDraft } from './issues.ts';

const operation = anOperation({
  method: 'POST',
  parameters: [
    aParameter({ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 }, example: 500, required: true }),
    aParameter({ name: 'states', in: 'query', schema: { type: 'array', items: { enum: ['open', 'paid'] } } }),
  ],
  requestBody: {
    description: '',
    required: true,
    content: {
      'application/json': {
        example: { name: 'Ana' },
        schema: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string' }, amount: { type: 'integer' } },
        },
      },
    },
  },
});
const schema = operation.requestBody?.content['application/json']?.schema;

function aDraft(body: string) {
  const draft = draftCall(operation);
  draft.fields['query.states'] = { included: true, value: ['open', 'Payd'] };
  draft.bodies['application/json'] = body;
  return draft;
}

test('each fault of a form is mended with one click', () => {
  let draft = aDraft('{"amount": "12"}');
  const faults = () => joinIssues([], checkDraft(operation, {}, draft), undefined, draft);
  assert.deepEqual(
    faults().map(({ in: place, pointer }) => place + pointer),
    ['query/limit', 'query/states/1', 'body/name', 'body/amount'],
  );
  for (const issue of faults()) draft = mendDraft(operation, draft, issue);
  assert.equal(draft.fields['query.limit']?.value, '100');
  assert.deepEqual(draft.fields['query.states']?.value, ['open', 'paid']);
  assert.deepEqual(JSON.parse(draft.bodies['application/json'] ?? ''), { amount: 12, name: 'Ana' });
  assert.deepEqual(faults(), []);
});

test('what a server has said stands until the field is changed, and in place of what the document asks for', () => {
  const sent = aDraft('{"amount": "12", "nam": "Ana"}');
  const said = [
    { in: 'body' as const, pointer: '#/amount', detail: 'no number' },
    { in: 'body' as const, pointer: '/nam', detail: 'unknown' },
  ];
  const join = (draft: typeof sent) =>
    joinIssues(said, checkDraft(operation, {}, draft), sent, draft, (issue) =>
      correctUnknown(issue, bodyOfDraft(draft), schema, {}),
    );
  const [first, second] = join(sent);
  assert.partialDeepStrictEqual(first, {
    pointer: '/amount',
    detail: 'no number',
    isSaid: true,
    correction: { value: 12 },
  });
  assert.partialDeepStrictEqual(second, { pointer: '/nam', correction: { kind: 'rename', name: 'name' } });
  const changed = join(aDraft('{"amount": 12, "nam": "Ana"}'));
  assert.deepEqual(
    changed.filter(({ isSaid }) => isSaid).map(({ pointer }) => pointer),
    ['/nam'],
  );
});
