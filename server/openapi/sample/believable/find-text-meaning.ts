import type { Schema } from '../../document-types.ts';
import { phraseOf } from './name-words.ts';
import type { Spot } from './spot.ts';
import { type TextMeaning, textMeanings } from './text-meanings.ts';

/** Formats that say what a text is; those that are missing here are written as their standards have them, or are words of a name. */
const ofFormats: Record<string, TextMeaning> = {
  email: 'email',
  'idn-email': 'email',
  uuid: 'uuid',
  uri: 'url',
  url: 'url',
  iri: 'url',
  hostname: 'domain',
  'idn-hostname': 'domain',
  ipv4: 'ip',
  ipv6: 'ipv6',
  cpf: 'cpf',
  cnpj: 'cnpj',
  cep: 'cep',
  decimal: 'amount',
  money: 'amount',
  double: 'amount',
  float: 'amount',
  int64: 'quantity',
  int32: 'quantity',
  integer: 'quantity',
};

const people =
  /\b(?:customer|user|person|people|contact|employee|member|author|owner|patient|student|guest|passenger|driver|agent|buyer|seller|payer|payee|client|cliente|usuario|pessoa|persona|funcionario|empleado|aluno|paciente|teacher|professor|attendee|candidate|lead|profile|individual|assignee|manager|creator|account holder|beneficiary|recipient|sender|subscriber|actor|director|artist|leitor|autor|titular|contato|doctor|medico|player|speaker|worker|staff|resident|tenant user|participant|signer|friend|speaker|debtor|devedor|pagador|recebedor|billing|shipping|cardholder)$/;
const companies =
  /\b(?:company|organi[sz]ation|business|employer|vendor|supplier|merchant|store|shop|empresa|fornecedor|proveedor|bank|banco|publisher|manufacturer|brand|institution|school|tenant|agency|carrier|provider|hotel|restaurant|loja|tienda|partner|editora|sponsor|clinic|hospital|dealer|firm)$/;
const products =
  /\b(?:product|item|produto|producto|sku|article|line item|goods?|variant|offer|part|material|equipment|asset|catalog item)$/;
const places = /\b(?:address|endereco|direccion|location|localizacao|ubicacion)$/;

/** How many names are remembered, by what has them. */
const capacity = 20_000;
let size = 0;
const known = new Map<string, Map<string, TextMeaning | undefined>>();

/** What a text means, by its format, its name, what it is a property of, and its description; undefined if none of these tells. */
export function findTextMeaning(
  { format, description }: Schema,
  { name, owner, isKey }: Spot,
): TextMeaning | undefined {
  const ofFormat = format === undefined ? undefined : (ofFormats[format] ?? byWords(phraseOf(format)));
  if (ofFormat !== undefined) return ofFormat === 'url' && meansImage(name) ? 'image' : ofFormat;
  const meaning = rememberedMeaning(name, owner);
  if (isKey && meansNoKey.has(meaning)) return meaning === 'fullName' ? 'username' : meaning === 'name' ? 'slug' : 'id';
  if (meaning === 'country' && typeof description === 'string' && saysCode.test(description)) return 'countryCode';
  // What only its description calls an id has the name of what it leads to.
  const mayBeId = meaning === undefined || meaning === 'fullName' || meaning === 'company';
  return mayBeId && typeof description === 'string' && saysId.test(description) ? 'id' : meaning;
}

const saysCode = /\b(?:iso|alpha-?[23]|(?:two|three|2|3)[- ](?:letter|character)|sigla)\b/i;
/** What cannot be the key of a record. */
const meansNoKey = new Set<TextMeaning | undefined>([
  undefined,
  'fullName',
  'company',
  'product',
  'name',
  'title',
  'note',
  'kind',
  'code',
  'tag',
  'file',
  'secret',
]);
const saysId = /^(?:the |a |an )?(?:unique |internal )?(?:id|identifier)\b/i;

function rememberedMeaning(name: string, owner: string): TextMeaning | undefined {
  if (size >= capacity) {
    known.clear();
    size = 0;
  }
  const names = known.getOrInsertComputed(owner, () => new Map());
  if (!names.has(name)) {
    names.set(name, byName(phraseOf(name), phraseOf(owner)));
    size++;
  }
  return names.get(name);
}

function meansImage(name: string): boolean {
  return byWords(phraseOf(name)) === 'image';
}

function byName(name: string, owner: string): TextMeaning | undefined {
  if (places.test(owner)) {
    if (/^(?:state|estado|region)$/.test(name)) return 'state';
    if (/^(?:number|numero)$/.test(name)) return 'houseNumber';
    if (/^(?:code|codigo)$/.test(name)) return 'postcode';
  }
  const meaning = byWords(name);
  if (meaning !== undefined) return meaning;
  const named =
    /^(?:(.*) )?(?:name|nome|nombre|nm)$/.exec(name) ?? /^(?:nome|nombre|nm) (?:d[aeo]l? )?(.*)$/.exec(name);
  return named ? ofNamed(named[1] ?? owner) : undefined;
}

function byWords(phrase: string): TextMeaning | undefined {
  return phrase === '' ? undefined : textMeanings.find(([, words]) => words.test(phrase))?.[0];
}

function ofNamed(owner: string): TextMeaning {
  if (people.test(owner)) return 'fullName';
  if (companies.test(owner)) return 'company';
  return products.test(owner) ? 'product' : 'name';
}
