import type { Schema } from '../../document-types.ts';
import { isMailTime } from '../../mail-time.ts';
import { matches, seededMatch } from '../match-pattern.ts';
import { findTextMeaning } from './find-text-meaning.ts';
import { makeLike } from './made-ids.ts';
import { charactersOf, hashOf } from './seeded.ts';
import { labelCandidates, textCandidates, type Wanted } from './text-candidates.ts';
import type { TextMeaning } from './text-meanings.ts';
import { countMoment, momentOf, movesWithClock, namesTime, saysTime, writeMoment } from './times.ts';

/** What samples tell whoever makes records of them: times that move with the clock of a sandbox. */
export type Moving = Set<unknown>;

/** Formats whose texts are written by a standard alone, which says nothing of what they mean. */
const bareFormats =
  /^(?:byte|binary|password|duration|regex|json-pointer|relative-json-pointer|uri-reference|iri-reference|uri-template|time|date-or-minute)$/;
/** Longer texts are asked for by few schemas, and read by nobody. */
const longest = 300;

/** A text as it could stand there in earnest; undefined where the schema leaves no room for one. */
export function believableText(schema: Schema, wanted: Wanted, moving?: Moving): string | undefined {
  const { format, contentEncoding } = schema;
  if (contentEncoding !== undefined || (format !== undefined && bareFormats.test(format))) return undefined;
  const minLength = typeof schema.minLength === 'number' ? schema.minLength : 0;
  const maxLength = typeof schema.maxLength === 'number' ? schema.maxLength : Number.POSITIVE_INFINITY;
  if (minLength > longest || maxLength < 1) return undefined;
  const pattern = typeof schema.pattern === 'string' ? schema.pattern : undefined;
  const fits = (text: string) =>
    text.length >= minLength && text.length <= maxLength && (pattern === undefined || matches(pattern, text));

  if (
    format === 'date' ||
    format === 'date-time' ||
    isMailTime(schema) ||
    (format === undefined && namesTime(wanted.spot, wanted.language))
  ) {
    const moment = momentOf(wanted.spot, wanted.index);
    const text = writeMoment(moment, schema, wanted.spot).find(fits);
    if (text !== undefined && movesWithClock(wanted.spot)) moving?.add(text);
    if (text !== undefined || format !== undefined) return text;
  }
  const meaning = findTextMeaning(schema, wanted.spot);
  for (const text of candidatesFor(schema, meaning, wanted)) if (fits(text)) return text;
  const seed = `${wanted.spot.path} ${wanted.index}`;
  if (pattern !== undefined) return seededMatch(pattern, minLength, maxLength, hashOf(seed));
  return isWritten(schema, meaning)
    ? undefined
    : fitted(labelCandidates(wanted, undefined)[0] ?? '', { minLength, maxLength, seed });
}

function* candidatesFor(schema: Schema, meaning: TextMeaning | undefined, wanted: Wanted): Generator<string> {
  const isForm = isWritten(schema, meaning);
  const shown = wanted.index === 0 ? shownIn(schema.description) : undefined;
  // Every record has an id of its own; where the description shows one, it has that one's form.
  if (shown !== undefined && !isForm)
    yield meaning === 'id' || meaning === 'uuid' ? makeLike(shown, wanted.spot.path) : shown;
  if (meaning !== undefined) yield* [textCandidates[meaning](wanted)].flat().map((text) => inCase(text, schema));
  if (!isForm) yield* labelCandidates(wanted, schema.title);
}

/** A code in lower case where the description asks for it, such as that of a currency. */
function inCase(text: string, { description }: Schema): string {
  const isCode = /^[A-Z]{2,3}$/.test(text) && typeof description === 'string';
  return isCode && /\b(?:lower ?case|min[uú]sculas?)\b/i.test(description.slice(0, most)) ? text.toLowerCase() : text;
}

/** Whether a text has to have a form that words have not. */
function isWritten({ format }: Schema, meaning: TextMeaning | undefined): boolean {
  return (
    format !== undefined &&
    meaning !== undefined &&
    /^(?:email|uuid|url|image|domain|ip|ipv6|cpf|cnpj|cep)$/.test(meaning)
  );
}

/** How much of a description is looked at, in characters. */
const most = 400;
const example =
  /(?:\be\.g\.,?|\bfor example,?|\bexamples?:|\bsuch as|\bex\.:?|\bpor exemplo,?|\bexemplo:|\bpor ejemplo,?|\bejemplo:|\b(?:one of|either|possible values(?: are)?|allowed values(?: are)?|valid values(?: are)?|valores poss[ií]veis|valores posibles):?) {0,2}[`"'“]([^`"'“”\n]{1,60})[`"'”]/i;

/** The text that a description gives as an example, in quotes. */
function shownIn(description: unknown): string | undefined {
  return typeof description === 'string' ? example.exec(description.slice(0, most))?.[1]?.trim() : undefined;
}

/** A text cut or lengthened to what is allowed: a word where there is room for one, else letters and digits. */
function fitted(
  text: string,
  { minLength, maxLength, seed }: { minLength: number; maxLength: number; seed: string },
): string {
  if (text.length < minLength) return charactersOf('0123456789abcdef', minLength, seed);
  const cut = text.slice(0, maxLength).trim();
  return maxLength >= 5 && cut.length >= minLength
    ? cut
    : charactersOf('ABCDEFGHJKMNPQRSTUVWXYZ23456789', Math.max(minLength, maxLength), seed);
}

/** A time as a number, where its name says that it is one. */
export function believableMoment(
  schema: Schema,
  { spot, index, language }: Wanted,
  moving?: Moving,
): number | undefined {
  if (!namesTime(spot, language) && !saysTime(schema)) return undefined;
  const count = countMoment(momentOf(spot, index), schema, spot);
  if (movesWithClock(spot)) moving?.add(count);
  return count;
}
