import type { Language } from '../../../settings/languages.ts';
import { addressOf, companyOf, personOf, phoneOf, productOf } from './identities.ts';
import { makeBarcode, makeCnpj, makeCpf, makeIdOf, makeUuid } from './made-ids.ts';
import { labelOf, phraseOf } from './name-words.ts';
import { countries, ownWords } from './own-words.ts';
import { charactersOf, numberBelow } from './seeded.ts';
import type { Spot } from './spot.ts';
import type { TextMeaning } from './text-meanings.ts';

/** What a candidate is made from: where it stands, in which record of several, in which language. */
export interface Wanted {
  spot: Spot;
  index: number;
  language: Language;
}

type Make = (wanted: Wanted) => string | string[];

const digits = '0123456789';
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

const ofValue = ({ spot, index }: Wanted) => `${spot.path} ${index}`;
/** Properties of an object that describe one thing have one text. */
const ofObject = ({ spot, index }: Wanted) => `${spot.ownerPath} ${index}`;
const person = (wanted: Wanted) => personOf(ofObject(wanted), wanted.language);
const address = (wanted: Wanted) => addressOf(ofObject(wanted), wanted.language);
const country = ({ language }: Wanted) => countries[language];
const words = ({ language }: Wanted) => ownWords[language];
const slug = ({ spot, index }: Wanted) =>
  numbered((spot.owner || phraseOf(spot.name) || 'example').replaceAll(' ', '-').toLowerCase(), index, '-');
const numbered = (text: string, index: number, between = ' ') => (index === 0 ? text : `${text}${between}${index + 1}`);
const one = (wanted: Wanted, values: readonly string[]) =>
  values[(numberBelow(values.length, wanted.spot.path) + wanted.index) % values.length] ?? '';

/** The texts for each meaning: the usual one first, then others for schemas that want it shorter or written otherwise. */
export const textCandidates: Record<TextMeaning, Make> = {
  cpf: (wanted) => makeCpf(ofObject(wanted)),
  cnpj: (wanted) => makeCnpj(ofObject(wanted)),
  cpfOrCnpj: (wanted) => [...makeCpf(ofObject(wanted)), ...makeCnpj(ofObject(wanted))],
  cep: (wanted) => addressOf(ofObject(wanted), 'pt').fullPostcode,
  pixKey: (wanted) => [
    `${person(wanted).login}@example.com`,
    makeUuid(wanted.spot, wanted.index),
    ...makeCpf(ofObject(wanted)),
  ],
  taxId: (wanted) => {
    const number = charactersOf('123456789', 9, `tax ${ofObject(wanted)}`);
    if (wanted.language === 'pt') return [...makeCnpj(ofObject(wanted)), ...makeCpf(ofObject(wanted))];
    if (wanted.language === 'es') return [`B${number.slice(0, 8)}`, number];
    return [`${number.slice(0, 2)}-${number.slice(2)}`, number];
  },
  email: (wanted) => [
    `${person(wanted).login}@example.com`,
    `${person(wanted).login.slice(0, 8).replace(/\.$/, '')}@example.com`,
  ],
  phone: (wanted) =>
    /\bddd\b/.test(phraseOf(wanted.spot.name)) ? address(wanted).area : phoneOf(ofObject(wanted), wanted.language),
  firstName: (wanted) => person(wanted).first,
  lastName: (wanted) => person(wanted).last,
  fullName: (wanted) => [`${person(wanted).first} ${person(wanted).last}`, person(wanted).last],
  username: (wanted) => [person(wanted).login, person(wanted).login.replaceAll('.', '')],
  company: (wanted) => companyOf(ofValue(wanted), wanted.language),
  product: (wanted) => productOf(ofObject(wanted), wanted.language),
  name: (wanted) => numbered(labelOf(withoutName(wanted.spot) || wanted.spot.owner || wanted.spot.name), wanted.index),
  jobTitle: (wanted) => one(wanted, words(wanted).jobs),
  department: (wanted) => one(wanted, words(wanted).departments),
  gender: (wanted) => [...words(wanted).genders.slice(numberBelow(2, ofObject(wanted))), 'F'],
  timezone: (wanted) => country(wanted).zone,
  currency: (wanted) => country(wanted).currency,
  locale: (wanted) => [country(wanted).locale, country(wanted).locale.replace('-', '_'), wanted.language],
  language: (wanted) => [wanted.language, country(wanted).locale],
  country: (wanted) => [country(wanted).name, ...country(wanted).codes],
  countryCode: (wanted) => country(wanted).codes,
  state: (wanted) => [address(wanted).state, address(wanted).stateCode],
  stateCode: (wanted) => address(wanted).stateCode,
  city: (wanted) => address(wanted).name,
  neighborhood: (wanted) => address(wanted).neighborhood,
  postcode: (wanted) => address(wanted).fullPostcode,
  secondAddressLine: (wanted) => `${words(wanted).line2} ${1 + numberBelow(90, ofObject(wanted))}`,
  houseNumber: (wanted) => address(wanted).number,
  street: (wanted) => streetLines(wanted),
  fullAddress: (wanted) => [`${streetLines(wanted)[0]}, ${address(wanted).name}`, address(wanted).name],
  latitude: (wanted) => String(address(wanted).latitude),
  longitude: (wanted) => String(address(wanted).longitude),
  image: (wanted) => [`https://example.com/images/${slug(wanted)}.png`, `${slug(wanted)}.png`],
  url: (wanted) => [`https://example.com/${slug(wanted)}`, 'https://example.com/', `/${slug(wanted)}`],
  domain: (wanted) => [`${slug(wanted)}.example.com`, 'example.com'],
  file: (wanted) => [`${slug(wanted)}.pdf`, 'file.pdf'],
  filePath: (wanted) => `/${slug(wanted)}`,
  mediaType: () => 'application/json',
  // Addresses that are kept for documentation.
  ip: (wanted) => [`192.0.2.${1 + numberBelow(250, ofValue(wanted))}`, '2001:db8::1'],
  ipv6: () => '2001:db8::1',
  mac: (wanted) =>
    charactersOf('0123456789abcdef', 12, ofValue(wanted))
      .replace(/^../, '02')
      .replace(/..(?=.)/g, '$&:'),
  userAgent: () => 'Mozilla/5.0 (X11; Linux x86_64)',
  color: (wanted) => [`#${charactersOf('0123456789abcdef', 6, ofValue(wanted))}`, '#36c', '3366cc'],
  iban: () => 'ES9121000418450200051332',
  bic: () => ['CAIXESBBXXX', 'CAIXESBB'],
  lastFour: () => '4242',
  cardBrand: () => 'visa',
  cardNumber: () => '4242424242424242',
  account: (wanted) =>
    charactersOf('123456789', /agencia|branch/.test(phraseOf(wanted.spot.name)) ? 4 : 8, ofValue(wanted)),
  isbn: (wanted) => makeBarcode('978', ofValue(wanted)),
  barcode: (wanted) => makeBarcode('789', ofValue(wanted)),
  sku: (wanted) =>
    `${charactersOf('ABCDEFGHJKMNPQRSTUVWXYZ', 3, ofValue(wanted))}-${charactersOf(digits, 4, ofValue(wanted))}`,
  version: () => ['1.4.2', '1.4', '2', 'v1'],
  slug,
  secret: (wanted) => [
    charactersOf('0123456789abcdef', 40, ofValue(wanted)),
    charactersOf('0123456789abcdef', 16, ofValue(wanted)),
  ],
  uuid: ({ spot, index }) => [makeUuid(spot, index), makeUuid(spot, index).replaceAll('-', '')],
  id: ({ spot, index }) => [makeIdOf(spot, index), makeUuid(spot, index), makeIdOf(spot, index).slice(0, 12)],
  year: () => '2026',
  month: ({ spot, index }) => [String(1 + numberBelow(12, `${spot.path} ${index}`)).padStart(2, '0'), '2026-01'],
  percent: (wanted) => [`${5 + numberBelow(20, ofValue(wanted))}.5`, '5'],
  quantity: (wanted) => String(1 + numberBelow(12, ofValue(wanted))),
  amount: (wanted) => [`${20 + numberBelow(900, ofValue(wanted))}.90`, '90'],
  unit: (wanted) => words(wanted).unit,
  status: (wanted) => [words(wanted).status, words(wanted).status.toUpperCase(), 'active'],
  kind: (wanted) => [words(wanted).kind, 'standard'],
  priority: (wanted) => words(wanted).priority,
  role: (wanted) => words(wanted).role,
  flag: () => ['true', '1'],
  code: (wanted) => [
    charactersOf(letters, 8, ofValue(wanted)),
    charactersOf('123456789', 6, ofValue(wanted)),
    charactersOf(letters, 4, ofValue(wanted)),
  ],
  title: (wanted) => one(wanted, words(wanted).titles),
  note: (wanted) => [one(wanted, words(wanted).notes), labelOf(wanted.spot.name)],
  tag: (wanted) => one(wanted, words(wanted).tags),
};

function streetLines(wanted: Wanted): [string, string] {
  const { street, number } = address(wanted);
  return [wanted.language === 'en' ? `${number} ${street}` : `${street}, ${number}`, street];
}

/** What a name is of, where it says so itself: `project` of `project_name`. */
function withoutName({ name }: Spot): string {
  return phraseOf(name)
    .replace(/^(?:nome|nombre)(?: d[aeo]l?)?\b| ?\b(?:name|nome|nombre)$/g, '')
    .trim();
}

/** What an unknown text says: its name, so that whoever reads it sees what belongs there. */
export function labelCandidates({ spot, index, language }: Wanted, title: unknown): string[] {
  const said = typeof title === 'string' && title.length < 60 && title !== '' ? title : labelOf(spot.name);
  const label = said.trim() === '' ? ownWords[language].sample : said.trim();
  return [numbered(label, index), numbered(label.split(' ').at(-1) ?? label, index)];
}
