import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findVerb, isPlural } from './words.ts';

describe('words of both languages', () => {
  test('distinguishes plurals from singulars', () => {
    for (const plural of [
      'customers',
      'service_codes',
      'notas_fiscais',
      'sessoes_usuario',
      'usuários',
      'people',
      'papeis',
    ])
      assert.ok(isPlural(plural), plural);
    for (const singular of ['customer', 'status', 'address', 'país', 'empresa', 'pedido_mes', 'outbox'])
      assert.ok(!isPlural(singular), singular);
  });

  test('distinguishes verbs from nouns', () => {
    for (const [segment, verb] of [
      ['getCustomers', 'get'],
      ['create-invoice', 'create'],
      ['listar_clientes', 'listar'],
      ['emitirNota', 'emitir'],
      ['obter_saldo', 'obter'],
    ] as const)
      assert.equal(findVerb(segment), verb);
    for (const noun of [
      'customer_groups',
      'orders',
      'calendar_events',
      'lugar',
      'buyers',
      'celulares',
      'updates',
      'air',
    ])
      assert.equal(findVerb(noun), undefined, noun);
  });
});
