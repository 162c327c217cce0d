import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOrigins } from './origin-lines.ts';

test('origins are read as browsers send them, each once', () => {
  const text = 'https://Loja.example/\nhttp://localhost:5173, https://loja.example\n\nhttps://loja.example:443';
  assert.deepEqual(readOrigins(text), { origins: ['https://loja.example', 'http://localhost:5173'], faulty: [] });
  assert.deepEqual(readOrigins(' \n'), { origins: [], faulty: [] });
});

test('what is no origin is named as it was written', () => {
  const faulty = [
    'loja.example',
    'https://loja.example/app',
    'ftp://loja.example',
    'https://',
    'null',
    '*',
    'https://a@b.example',
    'https://loja.example?',
  ];
  assert.deepEqual(readOrigins(faulty.join('\n')), { origins: [], faulty });
});
