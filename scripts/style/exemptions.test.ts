import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkExample } from './check-example.ts';
import { wellStyled } from './example-api.ts';

const ownStatuses = wellStyled.replace("'204': {", "'202': {").replace("'404': {", "'409': {");
const messagesOf = async (document: string, exemptions: string) =>
  (await checkExample(document, exemptions)).map(({ file, line, message }) =>
    `${file.split('/').at(-1)}:${line} ${message}`.replace(/, which.*/, ''),
  );

describe('an exemption from the style guide', () => {
  test('with a reason applies to the entire rule', async () => {
    assert.deepEqual(await messagesOf(ownStatuses, '- {rule: listed-statuses, reason: Cancelling takes time.}'), []);
  });

  test('can be restricted to some subjects', async () => {
    const exemptions = '- {rule: listed-statuses, only: [202], reason: Cancelling takes time.}';
    assert.deepEqual(await messagesOf(ownStatuses, exemptions), [
      'openapi.yaml:37 listed-statuses: GET /customers/{customer_id} returns 409',
    ]);
    const both = `${exemptions}\n- {rule: listed-statuses, only: ['409'], reason: Records are locked.}`;
    assert.deepEqual(await messagesOf(ownStatuses, both), []);
  });

  test('that is unused is a fault, entirely or in part', async () => {
    assert.deepEqual(await messagesOf(wellStyled, '# why\n- {rule: snake-case, reason: Old names.}'), [
      'style.yaml:2 Nothing needs the exemption from snake-case.',
    ]);
    const exemptions = '- rule: listed-statuses\n  reason: Old.\n  only:\n    - 202\n    - 409\n    - 500\n';
    assert.deepEqual(await messagesOf(ownStatuses, exemptions), [
      'style.yaml:6 Nothing needs the exemption from listed-statuses of 500.',
    ]);
  });

  test('must give its reason', async () => {
    for (const reason of ['', ', reason: ""', ', reason: "  "'])
      assert.deepEqual(await messagesOf(ownStatuses, `- {rule: listed-statuses${reason}}`), [
        'style.yaml:1 The exemption from listed-statuses has no reason.',
      ]);
  });

  test('from an unknown rule, or that is not a list, is rejected', async () => {
    assert.deepEqual(await messagesOf(wellStyled, '- {rule: snake, reason: Old names.}'), [
      'style.yaml:1 There is no rule "snake".',
    ]);
    assert.deepEqual(await messagesOf(wellStyled, 'rule: snake-case'), [
      'style.yaml:1 The file is not a list of exemptions.',
    ]);
    assert.deepEqual(await messagesOf(ownStatuses, '- {rule: listed-statuses, only: 202, reason: Old.}'), [
      'openapi.yaml:37 listed-statuses: GET /customers/{customer_id} returns 409',
      'openapi.yaml:64 listed-statuses: POST /notas_fiscais/cancelar returns 202',
      'style.yaml:1 "only" of the exemption from listed-statuses is not a list.',
    ]);
  });
});
