import { createRequire } from 'node:module';
import type { Faker, Randomizer } from '@faker-js/faker';
import type { Language } from '../../../settings/languages.ts';

const require = createRequire(import.meta.url);

/** Each is read on first use: they take longer than all else that a server without documents needs. */
const load: Record<Language, () => { faker: Faker }> = {
  pt: () => require('@faker-js/faker/locale/pt_BR'),
  en: () => require('@faker-js/faker/locale/en'),
  es: () => require('@faker-js/faker/locale/es'),
};

const loaded = new Map<Language, Faker>();

/** Makes names, addresses and the like in a language; the same text makes the same ones, in every process and on every machine. */
export function seededBy(text: string, language: Language): Faker {
  const faker = loaded.getOrInsertComputed(language, () => withRandomizer(load[language]().faker));
  state = hashOf(text);
  return faker;
}

/** Faker's own generator takes longer to seed than all that is made of it. */
let state = 0;
const randomizer: Randomizer = {
  next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  },
  seed() {},
};

/** The same locale with another generator; the class comes with the instance, and all locales with the package's own export of it. */
function withRandomizer(faker: Faker): Faker {
  const Own = faker.constructor as typeof Faker;
  return new Own({ locale: faker.rawDefinitions, randomizer });
}

/** A number of 32 bits that looks random (FNV-1a, then mixed). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A whole number from 0 to below a limit. */
export function numberBelow(limit: number, text: string): number {
  return hashOf(text) % limit;
}

export function pickOne<Value>(values: readonly Value[], text: string): Value {
  return values[numberBelow(values.length, text)] as Value;
}

/** Characters of an alphabet that look random. */
export function charactersOf(alphabet: string, length: number, text: string): string {
  let made = '';
  let state = hashOf(text);
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    made += alphabet[Math.floor((state / 2 ** 32) * alphabet.length)];
  }
  return made;
}
