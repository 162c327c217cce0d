import type { Language } from '../../../settings/languages.ts';
import { type City, cities } from './cities.ts';
import { phraseOf } from './name-words.ts';
import { charactersOf, numberBelow, pickOne, seededBy } from './seeded.ts';

/** Somebody whose names belong together wherever an object has several of them. */
export interface Person {
  first: string;
  last: string;
  /** Part of an address: letters, digits and points. */
  login: string;
}

/** The person of a record: the same for all its properties. */
export function personOf(text: string, language: Language): Person {
  const faker = seededBy(`person ${text}`, language);
  const first = faker.person.firstName(pickOne(['female', 'male'] as const, text));
  const last = faker.person.lastName();
  const plain = (name: string) => phraseOf(name).replaceAll(' ', '');
  return { first, last, login: `${plain(first)}.${plain(last)}` };
}

export function companyOf(text: string, language: Language): string {
  const faker = seededBy(`company ${text}`, language);
  const ending = { pt: 'Ltda.', en: 'Inc.', es: 'S.L.' }[language];
  return `${faker.person.lastName()} & ${faker.person.lastName()} ${ending}`;
}

export function productOf(text: string, language: Language): string {
  return seededBy(`product ${text}`, language).commerce.productName();
}

export interface Address extends City {
  street: string;
  number: string;
  neighborhood: string;
  fullPostcode: string[];
}

/** An address whose parts belong together; streets are made up. */
export function addressOf(text: string, language: Language): Address {
  const city = pickOne(cities[language], `city ${text}`);
  const number = String(10 + numberBelow(990, `number ${text}`));
  const surname = seededBy(`street ${text}`, language).person.lastName();
  const street = { pt: `Rua ${surname}`, en: `${surname} Street`, es: `Calle ${surname}` }[language];
  const rest = charactersOf('123456789', language === 'pt' ? 5 : 2, `postcode ${text}`);
  const own = city.postcode + rest;
  const fullPostcode = language === 'pt' ? [`${own.slice(0, 5)}-${own.slice(5)}`, own] : [own];
  const neighborhood = { pt: 'Centro', en: 'Downtown', es: 'Centro' }[language];
  return { ...city, street, number, neighborhood, fullPostcode };
}

/** A telephone number as it is written internationally, then only its digits, then as it is written at home. */
export function phoneOf(text: string, language: Language): string[] {
  const { area } = pickOne(cities[language], `city ${text}`);
  const digits = charactersOf('0123456789', 4, `phone ${text}`);
  // Numbers that are kept for fiction where there are some, and those that look right elsewhere.
  const [country, home] = {
    pt: ['55', `${area}99999${digits}`.slice(0, 11)],
    en: ['1', `${area}55501${digits.slice(0, 2)}`],
    es: ['34', `6000${digits.slice(0, 2)}${digits.slice(1, 4)}`],
  }[language] as [string, string];
  const local =
    language === 'pt'
      ? `(${area}) ${home.slice(2, 7)}-${home.slice(7)}`
      : `${home.slice(0, 3)}-${home.slice(3, 6)}-${home.slice(6)}`;
  return [`+${country}${home}`, `${country}${home}`, local, home, home.slice(2)];
}
