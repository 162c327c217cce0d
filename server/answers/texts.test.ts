import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say, sayAny, sayNumber } from './say.ts';
import { alike, complete, inEachLanguage } from './texts.ts';

test('a text is written only in the language in which it is read, when it is', () => {
  const asked: string[] = [];
  const text = inEachLanguage((language) => {
    asked.push(language);
    return language;
  });
  const around = say('xml.unsafe-name', { name: text });
  assert.deepEqual(asked, []);
  assert.equal(around.es, 'ningún elemento se puede llamar es');
  assert.deepEqual(asked, ['es']);
});

test('stored as JSON, a text has all languages', () => {
  assert.deepEqual(JSON.parse(JSON.stringify({ text: say('keys.guest') })), {
    text: { pt: 'Visitante', en: 'Guest', es: 'Invitado' },
  });
});

test('values are not read for places of their own', () => {
  assert.equal(say('keys.no-access', { id: '{id} $&' }).en.split('"')[1], '{id} $&');
});

test('a count chooses the plural of the language', () => {
  const wait = (count: number) => say('limits.exceeded', { count });
  assert.match(wait(1).es, /Espera 1 segundo e/);
  assert.match(wait(2).es, /Espera 2 segundos e/);
  assert.match(wait(1_000_000).es, /Espera 1000000 segundos e/);
  assert.match(wait(2).pt, /Espere 2 segundos e/);
});

test('numbers and alternatives are written as the language does', () => {
  assert.deepEqual([sayNumber(12_345.5).en, sayNumber(12_345.5).pt], ['12,345.5', '12.345,5']);
  assert.deepEqual(
    [sayAny(['A', 'B']).en, sayAny(['A', 'B']).pt, sayAny(['A', 'O']).es],
    ['A or B', 'A ou B', 'A u O'],
  );
});

test("a profile's own text is shown in another language where it lacks one: English, then Portuguese, then any", () => {
  assert.equal(complete({ en: 'Hello', pt: 'Olá' }).es, 'Hello');
  assert.equal(complete({ pt: 'Olá' }).es, 'Olá');
  assert.equal(complete({ es: 'Hola' }).pt, 'Hola');
  assert.equal(complete(alike('x')).en, 'x');
});
