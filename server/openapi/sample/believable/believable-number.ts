import type { Schema } from '../../document-types.ts';
import { believableMoment, type Moving } from './believable-text.ts';
import { addressOf } from './identities.ts';
import { phraseOf } from './name-words.ts';
import { numberBelow } from './seeded.ts';
import type { Wanted } from './text-candidates.ts';

/** Makes a number: `text` is what it is made from, `whole` whether it has no decimals. */
type Make = (made: { text: string; whole: boolean; wanted: Wanted; schema: Schema }) => number;

const between =
  (low: number, high: number): Make =>
  ({ text }) =>
    low + numberBelow(high - low + 1, text);

/** Whole amounts are mostly of the smallest unit, such as cents. */
const amount: Make = ({ text, whole }) => {
  const cents = 1990 + numberBelow(480, text) * 100;
  return whole ? cents : cents / 100;
};
const rate: Make = ({ text, whole, schema }) => {
  const percent = 2 + numberBelow(18, text);
  if (Number(schema.maximum) <= 1) return percent / 100;
  return whole ? percent : percent + 0.5;
};
const place: (name: 'latitude' | 'longitude') => Make =
  (name) =>
  ({ wanted }) =>
    addressOf(`${wanted.spot.ownerPath} ${wanted.index}`, wanted.language)[name];
const nth: Make = ({ wanted }) => wanted.index + 1;

/** What a number means by the words of its name, in English, Portuguese and Spanish; the first rule that fits decides. */
const meanings: [RegExp, Make][] = [
  [/\b(?:lat|latitude|latitud)$/, place('latitude')],
  [/\b(?:lng|lon|long|longitude|longitud)$/, place('longitude')],
  [
    /\b(?:percent(?:age)?(?: off)?|percentual|porcentagem|porcentaje|pct|rate|taxa|tasa|aliquota|discount percent|apr|apy)$/,
    rate,
  ],
  [
    /\b(?:amount|price|cost|fee|fees|subtotal|balance|valor|preco|precio|importe|monto|saldo|salary|salario|tax|discount|desconto|descuento|gross|net|revenue|paid|refunded|budget|cents|centavos|tarifa|spend|credit|debit|payment|premium|value)$/,
    amount,
  ],
  [/\b(?:amount|price|valor|preco|precio|importe|balance|saldo)\b/, amount],
  [/\b(?:total)$/, amount],
  [/\b(?:age|idade|edad)$/, between(21, 64)],
  [/\b(?:exp year|expiry year|expiration year)$/, () => 2029],
  [/\b(?:birth year|ano nascimento)$/, between(1965, 2000)],
  [/\b(?:year|ano|anio)$/, () => 2026],
  [/\b(?:month|mes)$/, between(1, 12)],
  [/\b(?:day|dia)$/, between(1, 28)],
  [/\b(?:hour|hora)$/, between(8, 18)],
  [/\b(?:minute|minuto)$/, between(5, 55)],
  [
    /\b(?:quantity|qty|quantidade|cantidad|count|qtd|seats|units|installments|parcelas|cuotas|people|guests|nights|adults)$/,
    between(1, 9),
  ],
  [/\b(?:stock|inventory|estoque|available|on hand|existencias)$/, between(12, 240)],
  [/\b(?:weight|peso)$/, between(1, 40)],
  [/\b(?:height|width|length|depth|altura|largura|comprimento|ancho|largo)$/, between(10, 120)],
  [/\b(?:ttl|timeout|expires in|expire in|lifetime)$/, () => 3600],
  [/\b(?:duration|seconds|duracao|duracion|segundos)$/, between(30, 600)],
  [/\b(?:minutes|minutos)$/, between(15, 90)],
  [/\b(?:hours|horas)$/, between(1, 24)],
  [/\b(?:days|dias)$/, between(1, 30)],
  [/\b(?:months|meses)$/, between(1, 12)],
  [/\b(?:bytes|file size|tamanho)$/, between(12_000, 480_000)],
  [/\b(?:port|porta|puerto)$/, () => 8080],
  [/\b(?:status code|http status|http code)$/, () => 200],
  [
    /\b(?:rating|stars|score|nota|avaliacao|puntuacion)$/,
    ({ text, whole }) => 3 + numberBelow(3, text) - (whole ? 0 : 0.5),
  ],
  [/\b(?:temperature|temperatura)$/, ({ text, whole }) => 18 + numberBelow(9, text) + (whole ? 0 : 0.5)],
  [/\b(?:distance|distancia)$/, ({ text, whole }) => 2 + numberBelow(30, text) + (whole ? 0 : 0.4)],
  [/\b(?:version|versao)$/, () => 1],
  [/\b(?:position|rank|order|ordem|orden|sequence|sequencia|priority|prioridade)$/, nth],
  [/\b(?:id|ids|uid|identifier|identificador)$/, nth],
  [/\b(?:page(?: ?(?:number|no|num|index))?|pagina(?: atual)?|total pages|current page)$/, () => 1],
  [/\b(?:page size|per page|limit|page limit|limite|max results)$/, () => 20],
  [/\b(?:number|numero|codigo|code|no)$/, ({ wanted }) => 1001 + wanted.index],
];

/** How many names are remembered. */
const capacity = 20_000;

const known = new Map<string, Make | undefined>();

/** A number as it could stand there in earnest; undefined where its name does not tell. */
export function believableNumber(schema: Schema, whole: boolean, wanted: Wanted, moving?: Moving): number | undefined {
  const { spot, index } = wanted;
  if (spot.name === '') return undefined;
  const own = believableMoment(schema, wanted, moving);
  if (own !== undefined) return own;
  const make = makerOf(spot.name);
  if (!make) return undefined;
  const number = make({ text: `${spot.path} ${index}`, whole, wanted, schema });
  return whole ? Math.trunc(number) : number;
}

function makerOf(name: string): Make | undefined {
  if (!known.has(name)) {
    if (known.size >= capacity) known.clear();
    const phrase = phraseOf(name);
    known.set(name, meanings.find(([words]) => words.test(phrase))?.[1]);
  }
  return known.get(name);
}

/** Names of truths that are rare: nobody sees a list of archived and blocked things at first. */
const seldom =
  /\b(?:deleted|archived|cancel?led|disabled|blocked|banned|suspended|expired|hidden|revoked|failed|error|errors|livemode|live mode|inactive|locked|voided|refunded|disputed|delinquent|excluido|arquivado|cancelado|bloqueado|inativo|inactivo|desativado|deprecated|test|captured false|truncated|frozen|removed|closed|trashed|spam|draft|rascunho)$/;

export function believableFlag(name: string): boolean {
  return !seldom.test(phraseOf(name));
}
