import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findContact } from './contact.ts';

const contactOf = (contact: object | undefined) => findContact({ info: { title: 'A', version: '1', contact } });

test('the contact of a document is its name, its page and its address', () => {
  const whole = { name: 'Suporte', url: 'https://notas.example/suporte', email: 'api@notas.example' };
  assert.deepEqual(contactOf(whole), whole);
  assert.deepEqual(contactOf({ name: ' Suporte ' }), { name: 'Suporte' });
  assert.equal(contactOf(undefined), undefined);
  assert.equal(contactOf({}), undefined);
});

test('what is no page or no address is left out: nothing else becomes a link or gets e-mails', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc', 'notas.example', '', 7])
    assert.equal(contactOf({ url }), undefined, String(url));
  for (const email of [
    'api',
    'a@b.example,c@d.example',
    'Ana <a@b.example>',
    'a@b.example\r\nBcc: c@d.example',
    'a@b@c',
    7,
  ])
    assert.equal(contactOf({ email }), undefined, String(email));
});
