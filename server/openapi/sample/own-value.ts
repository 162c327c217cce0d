import type { Schema } from '../document-types.ts';
import { soundEnum } from '../sound-enum.ts';
import { findFirstOf, isStateName } from '../states/read-states.ts';
import { findTextMeaning } from './believable/find-text-meaning.ts';
import { makeLike } from './believable/made-ids.ts';
import { phraseOf } from './believable/name-words.ts';
import type { Wanted } from './believable/text-candidates.ts';
import type { TextMeaning } from './believable/text-meanings.ts';
import { namesTime } from './believable/times.ts';

/** The value that a schema itself gives: its const, its example or default (if `examples`), or an allowed value. */
export function ownValue(
  schema: Schema,
  wanted: Wanted,
  { examples, plain = false }: { examples: boolean; plain?: boolean },
): unknown {
  if (schema.const !== undefined) return schema.const;
  if (examples) {
    const { index } = wanted;
    const listed = schema.examples?.[index] ?? schema.examples?.[0];
    const shown = schema.example ?? listed;
    if (shown !== undefined)
      return index === 0 || schema.examples?.[index] !== undefined ? shown : another(schema, shown, wanted);
    if (schema.default !== undefined) return schema.default;
  }
  const allowed = soundEnum(schema);
  if (!allowed) return undefined;
  const state = !plain && isStateName(wanted.spot.name) ? findFirstOf(allowed) : undefined;
  if (state !== undefined) return state;
  const real = allowed.filter((value) => value !== null);
  return real.length > 0 ? real[wanted.index % real.length] : allowed[0];
}

/** What of an example is different in each of several records, and how: made anew, or like the example. */
const madeAnew = new Set<TextMeaning | undefined>([
  'firstName',
  'lastName',
  'fullName',
  'email',
  'username',
  'phone',
  'cpf',
  'cnpj',
  'cpfOrCnpj',
  'company',
]);
const madeAlike = new Set<TextMeaning | undefined>(['id', 'uuid', 'code', 'sku', 'barcode', 'isbn']);
const counted = new Set<TextMeaning | undefined>(['name', 'product', 'title', 'slug']);

/** The example as another record has it; undefined where it is better made without. */
function another(schema: Schema, shown: unknown, { spot, index, language }: Wanted): unknown {
  if (schema.enum) return undefined;
  const isId = /\b(?:id|number|numero|codigo)$/.test(phraseOf(spot.name));
  if (typeof shown === 'number') return isId && Number.isInteger(shown) ? shown + index : shown;
  if (typeof shown !== 'string') return shown;
  if (/^date/.test(schema.format ?? '') || (schema.format === undefined && namesTime(spot, language))) return undefined;
  const meaning = findTextMeaning(schema, spot);
  if (madeAnew.has(meaning)) return undefined;
  if (madeAlike.has(meaning)) return makeLike(shown, `${spot.path} ${index}`);
  if (!counted.has(meaning)) return shown;
  return `${shown}${meaning === 'slug' ? '-' : ' '}${index + 1}`;
}
