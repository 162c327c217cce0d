import { phraseOf, singular } from './name-words.ts';
import { charactersOf, hashOf } from './seeded.ts';
import type { Spot } from './spot.ts';

const digits = '0123456789';
const hex = '0123456789abcdef';

/** An id: the same for the property of a record and for those that point at it, `customer_id` and `id` of a customer. */
export function makeIdOf(spot: Spot, index: number): string {
  return charactersOf(hex, 24, `id ${nounOf(spot)} ${index}`);
}

/** A UUID of version 4. */
export function makeUuid(spot: Spot, index: number): string {
  const text = charactersOf(hex, 32, `uuid ${nounOf(spot)} ${index}`);
  const variant = '89ab'[hashOf(text) % 4];
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-${variant}${text.slice(17, 20)}-${text.slice(20)}`;
}

/** What an id is of, by its own name or else by what has it. */
function nounOf({ name, owner, path }: Spot): string {
  const own = phraseOf(name)
    .replace(/^(?:id|uuid|codigo)(?: d[aeo])? | ?(?:ids?|uuids?|guids?|sid|uid|identifier|identificador|codigo)$/g, '')
    .trim();
  return singular(own) || owner || path;
}

/** Another text like an example of an id: what comes before the last digits and letters stays. */
export function makeLike(example: string, text: string): string {
  const prefix = /^[A-Za-z]{1,8}[_-]/.exec(example)?.[0] ?? '';
  const lower =
    /^[^A-Z]*$/.test(example) && /^[\da-f-]*$/.test(example.slice(prefix.length)) ? 'abcdef' : 'abcdefghjkmnpqrstvwxyz';
  let made = prefix;
  for (let index = prefix.length; index < example.length; index++) {
    const character = example[index] ?? '';
    const place = `${text} ${index}`;
    if (/\d/.test(character)) made += charactersOf(index === prefix.length ? digits.slice(1) : digits, 1, place);
    else if (/[a-z]/.test(character)) made += charactersOf(lower, 1, place);
    else if (/[A-Z]/.test(character)) made += charactersOf(lower.toUpperCase(), 1, place);
    else made += character;
  }
  return made;
}

/** CPF and CNPJ with right check digits, with and without punctuation. */
export function makeCpf(text: string): string[] {
  const own = withCheckDigits(charactersOf(digits, 9, `cpf ${text}`), Number.POSITIVE_INFINITY);
  return [own, own.replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4')];
}

export function makeCnpj(text: string): string[] {
  const own = withCheckDigits(`${charactersOf(digits, 8, `cnpj ${text}`)}0001`, 9);
  return [own, own.replace(/(\d{2})(\d{3})(\d{3})(\d{4})(\d{2})/, '$1.$2.$3/$4-$5')];
}

/** Adds two check digits modulo 11, with weights that grow from 2, right to left, and wrap after the highest. */
function withCheckDigits(text: string, highest: number): string {
  let all = text;
  for (let round = 0; round < 2; round++) {
    let sum = 0;
    for (let index = 0; index < all.length; index++)
      sum += Number(all[index]) * (2 + ((all.length - 1 - index) % (highest - 1)));
    all += sum % 11 < 2 ? 0 : 11 - (sum % 11);
  }
  return all;
}

/** A code of the GS1 family with its check digit, such as an EAN of thirteen digits. */
export function makeBarcode(beginning: string, text: string): string {
  const own = beginning + charactersOf(digits, 12 - beginning.length, `ean ${text}`);
  const sum = [...own].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return own + ((10 - (sum % 10)) % 10);
}
