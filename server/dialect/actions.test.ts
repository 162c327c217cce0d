import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Actions, acted, offers, statesOfActions } from './actions.ts';

const actions: Actions = {
  property: 'status',
  moves: {
    approve: { from: ['PENDING', 'UNAPPROVED'], to: 'APPROVED' },
    unapprove: { from: ['APPROVED'], to: 'UNAPPROVED' },
    update: { from: ['PENDING'] },
  },
};

test('a record offers the actions that its state allows, and every link without a rule', () => {
  const offered = (status: string) =>
    ['self', 'approve', 'unapprove', 'update'].filter((link) => offers(actions, link, { status }));
  assert.deepEqual(offered('PENDING'), ['self', 'approve', 'update']);
  assert.deepEqual(offered('APPROVED'), ['self', 'unapprove']);
  assert.deepEqual(offered('UNAPPROVED'), ['self', 'approve']);
  assert.equal(offers(undefined, 'approve', {}), true);
});

test('an action changes the state if it has a target state', () => {
  assert.deepEqual(acted(actions, 'approve', { id: '1', status: 'PENDING' }), { id: '1', status: 'APPROVED' });
  assert.deepEqual(acted(actions, 'update', { id: '1', status: 'PENDING' }), { id: '1', status: 'PENDING' });
});

test('an action that is not offered is refused with 412, with the states that offer it', () => {
  assert.throws(
    () => acted(actions, 'approve', { status: 'APPROVED' }),
    ({ status, code, detail }) => {
      assert.deepEqual([status, code], [412, 'not_offered']);
      assert.match(detail.en, /"approve".*"APPROVED".*"PENDING" or "UNAPPROVED"/);
      assert.match(detail.pt, /"approve".*"APPROVED".*"PENDING" ou "UNAPPROVED"/);
      return true;
    },
  );
});

test('every state that a rule mentions is listed', () => {
  assert.deepEqual(new Set(statesOfActions(actions)), new Set(['PENDING', 'UNAPPROVED', 'APPROVED']));
});
