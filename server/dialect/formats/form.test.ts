import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { read, refuses } from '../../testing/read-order.ts';
import { form } from './form.ts';

describe('forms', () => {
  test('values get the types of the schema; others stay text for validation to report', () => {
    assert.deepEqual(read(form, 'code=007&amount=12.50&count=3&paid=true&note='), {
      code: '007',
      amount: 12.5,
      count: 3,
      paid: true,
      note: null,
    });
    assert.deepEqual(read(form, 'amount=much&paid=maybe&count=0x10'), { amount: 'much', paid: 'maybe', count: '0x10' });
  });

  test('brackets and dots nest, and lists may have any notation', () => {
    for (const text of [
      'address[city]=S%C3%A3o+Paulo&address[floor]=8',
      'address.city=S%C3%A3o+Paulo&address.floor=8',
    ]) {
      assert.deepEqual(read(form, text), { address: { city: 'São Paulo', floor: 8 } }, text);
    }
    for (const text of [
      'tags=a&tags=b',
      'tags[]=a&tags[]=b',
      'tags[0]=a&tags[1]=b',
      'tags.0=a&tags.1=b',
      'tags[7]=b&tags[2]=a',
    ]) {
      assert.deepEqual(read(form, text), { tags: ['a', 'b'] }, text);
    }
    assert.deepEqual(read(form, 'tags=one&numbers[]=1'), { tags: ['one'], numbers: [1] });
    assert.deepEqual(read(form, 'tags='), { tags: [] });
    const items = {
      items: [
        { name: 'a', quantity: 1 },
        { name: 'b', quantity: 2 },
      ],
    };
    for (const text of [
      'items[0][name]=a&items[0][quantity]=1&items[1][name]=b&items[1][quantity]=2',
      'items[0].name=a&items[0].quantity=1&items[1].name=b&items[1].quantity=2',
      'items[][name]=a&items[][quantity]=1&items[][name]=b&items[][quantity]=2',
      `items=${encodeURIComponent(JSON.stringify(items.items))}`,
      items.items.map((item) => `items=${encodeURIComponent(JSON.stringify(item))}`).join('&'),
    ]) {
      assert.deepEqual(read(form, text), items, text);
    }
  });

  test('five thousand values and items are appended in order, next to others with positions of their own', () => {
    const many = Array.from({ length: 2500 }, (_, index) => String(index));
    assert.deepEqual(read(form, many.map((value) => `tags[]=${value}`).join('&')), { tags: many });
    const items = many.map((name) => ({ name, quantity: 1 }));
    const text = items.map(({ name }) => `items[][name]=${name}&items[][quantity]=1`).join('&');
    assert.deepEqual(read(form, text), { items });
    assert.deepEqual(read(form, 'tags[0]=a&tags[]=b&tags[]=c'), { tags: ['a', 'b', 'c'] });
  });

  test('names inside brackets are literal', () => {
    assert.deepEqual(read(form, 'metadata[a.b]=1&metadata[c%20d]=2'), { metadata: { 'a.b': '1', 'c d': '2' } });
  });

  test('hostile forms are refused, and do not pollute prototypes', () => {
    for (const name of [
      '__proto__[admin]',
      '__proto__.admin',
      'address[__proto__][admin]',
      'constructor[prototype][admin]',
      'metadata[prototype]',
    ]) {
      refuses(form, `${name}=true`, 'invalid_form', /may be called/);
    }
    assert.equal(({} as { admin?: string }).admin, undefined);
    refuses(form, `a${'[b]'.repeat(50)}=1`, 'invalid_form', /deep/);
    refuses(form, 'a=1&'.repeat(6000), 'invalid_form', /more than 5000/);
    refuses(form, 'code=%E3%28', 'invalid_form', /UTF-8/);
    refuses(form, 'code=%00', 'invalid_form');
    refuses(form, 'code=%', 'invalid_form');
    refuses(form, 'address=x&address[city]=y', 'invalid_form', /both a value and an object/);
    refuses(form, 'address[city=y', 'invalid_form', /brackets/);
    assert.deepEqual(read(form, 'tags[999999]=a'), { tags: ['a'] }, 'a large index allocates nothing');
  });

  test('JSON sent as a form gets a specific message', () =>
    refuses(form, '{"code": "1"}', 'invalid_form', /application\/json/));
});
