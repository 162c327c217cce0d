import type { Schema } from '../../document-types.ts';
import { isMailTime, mailTimeOf } from '../../mail-time.ts';
import { phraseOf } from './name-words.ts';
import { numberBelow } from './seeded.ts';
import type { Spot } from './spot.ts';

/** The time at which samples are written; records of a sandbox are moved from it to the present. */
export const epoch = new Date('2026-01-15T12:00:00Z');

const hour = 3_600_000;
const day = 24 * hour;
/** Records whose times of creation differ: each one is younger than the one before. */
const mostRecords = 26;

const created =
  /\b(?:created?|creation|criad[oa]|criacao|cadastro|inclusao|inserted|registered|joined|opened|issued|emissao|emitid[oa]|creado|creada|creacion)\b/;
const updated =
  /\b(?:updated?|modified|changed|last|latest|atualizad[oa]|atualizacao|alterad[oa]|alteracao|actualizad[oa]|actualizacion|modificado)\b/;
const ahead =
  /\b(?:due|expires?|expiration|expiry|exp|until|end|ends|ended|deadline|vencimento|validade|expiracao|vencimiento|caducidad|fim|fin|termino|next|renewal|renews|delivery|arrival|departure|scheduled|valid to|checkout|check out|agendad[oa]|previsao)\b/;
const born = /\b(?:birth|birthday|birthdate|born|dob|nascimento|nacimiento)\b/;
const told =
  /\b(?:dates?|datetime|timestamp|time|fecha|birthday|dob|date ?time|data ?hora)(?: (?:utc|gmt|iso|local|unix|ms|millis|seconds|epoch))*$|^(?:date|fecha|dt|data) |^(?:data|when|since|created|updated|modified|expires|expiration|deadline|last modified|last updated|criado|atualizado|vencimento|validade)$|\bat$|\b(?:created|updated|modified|paid|sent|criad[oa]|cread[oa]|pag[oa]|enviad[oa]) (?:on|em|en|utc)$|\bdata$/;
const noTime =
  /\b(?:zone|period|unit|out|frame|limit|format|type|spent|taken|range|field)$|\b(?:response|wait|lead|run|total|processing) time$/;
const byDay = /\b(?:dates?|data|fecha|birthday|birth|dob|dt|deadline|vencimento|validade)\b/;

/** Whether a name says that something is a time; in English, data is no date. */
const known = { withData: new Map<string, boolean>(), withoutData: new Map<string, boolean>() };
/** How many names are remembered. */
const capacity = 20_000;

/** Whether the name of a text or number says that it is a time. */
export function namesTime({ name }: Spot, language: string): boolean {
  const names = language === 'pt' ? known.withData : known.withoutData;
  let isTime = names.get(name);
  if (isTime === undefined) {
    const phrase = phraseOf(name);
    isTime = told.test(phrase) && !noTime.test(phrase) && (language === 'pt' || !/\bdata\b/.test(phrase));
    if (names.size >= capacity) names.clear();
    names.set(name, isTime);
  }
  return isTime;
}

/** Whether the format or description of a number says that it is a time. */
export function saysTime({ format, description }: Schema): boolean {
  if (format !== undefined && /^(?:unix|epoch|timestamp)/i.test(format)) return true;
  return (
    typeof description === 'string' &&
    /\b(?:unix|epoch|(?:milli)?seconds since|segundos desde)\b/i.test(description.slice(0, 300))
  );
}

/** The moment that a value stands for, in whole seconds. */
export function momentOf({ name, path }: Spot, index: number): Date {
  const phrase = phraseOf(name);
  if (phrase === '') return epoch;
  const at = (milliseconds: number) => new Date(Math.floor((epoch.getTime() + milliseconds) / 1000) * 1000);
  const text = `${path} ${index}`;
  if (born.test(phrase))
    return new Date(
      Date.UTC(1965 + numberBelow(35, text), numberBelow(12, `m ${text}`), 1 + numberBelow(28, `d ${text}`)),
    );
  if (ahead.test(phrase)) return at(3 * day + numberBelow(27 * 24, text) * hour);
  const creation = (Math.min(index, mostRecords) - mostRecords) * 20 * hour - numberBelow(7200, `c ${index}`) * 1000;
  if (created.test(phrase)) return at(creation);
  if (updated.test(phrase)) return at(creation + hour + numberBelow(10 * 3600, text) * 1000);
  return at(-numberBelow(10 * 24 * 60, text) * 60_000 - hour);
}

/** How a moment may be written as a text, as the format or else the name asks for it. */
export function writeMoment(moment: Date, { format, description }: Schema, { name }: Spot): string[] {
  const text = moment.toISOString();
  const [date, time] = [text.slice(0, 10), text.slice(11, 19)];
  const ways = [`${date}T${time}Z`, `${date}T${time}.000Z`, `${date}T${time}+00:00`, `${date}T${time}.000+00:00`];
  if (format === 'date') return [date];
  if (format === 'date-time') return ways;
  if (isMailTime({ format })) return [mailTimeOf(moment), moment.toUTCString()];
  const [year, month, dayOfMonth] = date.split('-');
  const european = `${dayOfMonth}/${month}/${year}`;
  const said = typeof description === 'string' ? description.slice(0, 300) : '';
  if (/\bdd\/mm\/(?:yyyy|aaaa)/i.test(said)) return [european, date];
  const phrase = phraseOf(name);
  const isDay =
    byDay.test(phrase) &&
    !/\b(?:time|datetime|hora)\b/.test(phrase) &&
    !/\b(?:date-time|iso.?8601.{0,20}time)\b/i.test(said);
  const others = [
    ...ways,
    date,
    european,
    `${date} ${time}`,
    time,
    time.slice(0, 5),
    date.replaceAll('-', ''),
    String(moment.getTime() / 1000),
  ];
  return isDay ? [date, ...others] : others;
}

/** A moment as a number: seconds since 1970, or milliseconds where the schema says so. */
export function countMoment(moment: Date, { description, minimum }: Schema, { name }: Spot): number {
  const said = `${phraseOf(name)} ${typeof description === 'string' ? description.slice(0, 300) : ''}`;
  const inMilliseconds =
    /\b(?:millis|milliseconds?|ms|milissegundos|milisegundos)\b/i.test(said) || Number(minimum) > 1e11;
  return inMilliseconds ? moment.getTime() : moment.getTime() / 1000;
}

/** Whether a moment is one of a record's life, which moves with the clock of its sandbox. */
export function movesWithClock({ name }: Spot): boolean {
  return !born.test(phraseOf(name));
}
