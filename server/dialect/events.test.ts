import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainEvent, wrappedEvent } from './events.ts';

const facts = { type: 'order_paid', createdAt: '2026-11-20T12:00:00.000Z', data: { order: { id: 'ord_1' } } };

test('an event is plain, or in a wrapper', () => {
  const plain = { type: 'order_paid', created_at: '2026-11-20T12:00:00.000Z', data: { order: { id: 'ord_1' } } };
  assert.deepEqual(plainEvent(facts), plain);
  assert.deepEqual(wrappedEvent(facts), { event: plain });
});
