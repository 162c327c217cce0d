import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isCnpj, isCpf } from './formats.ts';

describe('Brazilian documents are validated by their check digits', () => {
  test('a CPF is accepted with and without punctuation', () => {
    for (const cpf of ['52998224725', '529.982.247-25', '11144477735', '12345678909', '98765432100'])
      assert.ok(isCpf(cpf), cpf);
  });

  test('a CPF with a wrong digit or length, partial punctuation or one repeated digit is rejected', () => {
    for (const cpf of [
      '52998224724',
      '52998224735',
      '5299822472',
      '529982247255',
      '529.98224725',
      '11111111111',
      '5299822472A',
      '',
    ]) {
      assert.ok(!isCpf(cpf), cpf);
    }
  });

  test('a CNPJ is accepted with digits only and, since July 2026, with letters', () => {
    for (const cnpj of [
      '11222333000181',
      '11.222.333/0001-81',
      '12ABC34501DE35',
      '12.ABC.345/01DE-35',
      '5T8RDN42000136',
    ])
      assert.ok(isCnpj(cnpj), cnpj);
  });

  test('a CNPJ with a wrong digit, lower-case letters, letters as check digits or one repeated character is rejected', () => {
    for (const cnpj of [
      '11222333000180',
      '11222333000191',
      '12ABC34501DE36',
      '12abc34501de35',
      '12ABC34501DEAA',
      '00000000000000',
      '1122233300018',
      '11.222.333/000181',
      '',
    ]) {
      assert.ok(!isCnpj(cnpj), cnpj);
    }
  });

  test('any single mistyped digit is detected', () => {
    const cnpj = '11222333000181';
    for (let place = 0; place < cnpj.length; place++) {
      const wrong = (Number(cnpj[place]) + 1) % 10;
      assert.ok(!isCnpj(cnpj.slice(0, place) + wrong + cnpj.slice(place + 1)), `place ${place}`);
    }
  });
});
