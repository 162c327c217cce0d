import assert from 'node:assert/strict';
import { test } from 'node:test';
import { invalidFields, notFound, Refusal } from '../../answers/refusal.ts';
import { notificationError } from './notifications.ts';

const facts = { status: 404, requestId: 'r', publicUrl: 'https://portal.example', language: 'en' as const };
const required = { pointer: '/amount', field: 'amount', keyword: 'required', params: {}, message: '' };

test('there is one notification per field', () => {
  const refusal = invalidFields([
    { ...required, in: 'body' },
    { ...required, in: 'query', field: 'page' },
  ]);
  assert.deepEqual(notificationError(refusal, { ...facts, status: 400 }), {
    mediaType: 'application/json',
    body: {
      type: 'Validation_Error',
      description: 'Some fields are not valid',
      notifications: ['"amount" is required.', '"page" (query parameter) is required.'],
    },
  });
});

test('a refusal without fields has its detail as the notification, in the language of the caller', () => {
  const { body } = notificationError(notFound('x'), { ...facts, language: 'pt' });
  const { type, description, notifications } = body as { type: string; description: string; notifications: string[] };
  assert.deepEqual([type, description, notifications.length], ['Not_Found_Error', 'Registro não encontrado', 1]);
  assert.match(notifications[0] ?? '', /Liste a coleção/);
});

test('the type distinguishes business rules from internal errors', () => {
  const texts = { en: 'a', pt: 'b' };
  const typeOf = (status: number) =>
    (notificationError(new Refusal('not_offered', texts), { ...facts, status }).body as { type: string }).type;
  assert.deepEqual([409, 412, 500, 503, 418].map(typeOf), [
    'Business_Logic_Error',
    'Business_Logic_Error',
    'Internal_Error',
    'Internal_Error',
    'Validation_Error',
  ]);
});
