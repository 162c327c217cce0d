import { type Language, localesByLanguage } from '../settings/languages.ts';
import { getMessage, type MessageKey } from './catalogue.ts';
import { alike, complete, inEachLanguage, type OwnTexts, type Texts } from './texts.ts';

/** A piece of a message: at even places text, at odd ones the name of a value. */
type Pieces = string[];

const known = new Map<string, Pieces>();

/**
 * The message of a key, in the language of whoever reads it. `values` fill its `{names}`: texts, numbers as they are, or `Texts`, which
 * are read in the same language. `count` chooses the plural.
 */
export function say(key: MessageKey, values: Record<string, unknown> = {}): Texts {
  return inEachLanguage((language) => {
    const pieces = piecesOf(key, language, values.count);
    return pieces.length === 1 ? (pieces[0] as string) : fill(pieces, values, language);
  });
}

/** A number with the separators of each language. */
export function sayNumber(value: number, options?: Intl.NumberFormatOptions): Texts {
  return inEachLanguage((language) => value.toLocaleString(localesByLanguage[language], options));
}

/** Several names of which any will do: `"A", "B", or "C"`. */
export function sayAny(names: string[]): Texts {
  return inEachLanguage((language) =>
    new Intl.ListFormat(localesByLanguage[language], { type: 'disjunction' }).format(names),
  );
}

/** Texts one after the other. */
export function joinTexts(texts: (OwnTexts | string)[], separator: string): Texts {
  const each = texts.map((text) => (typeof text === 'string' ? alike(text) : complete(text)));
  return inEachLanguage((language) => each.map((text) => text[language]).join(separator));
}

function fill(pieces: Pieces, values: Record<string, unknown>, language: Language): string {
  return pieces
    .map((piece, index) => {
      if (index % 2 === 0) return piece;
      const value = values[piece];
      return value === undefined ? `{${piece}}` : isTexts(value) ? complete(value)[language] : String(value);
    })
    .join('');
}

function isTexts(value: unknown): value is OwnTexts {
  return typeof value === 'object' && value !== null && 'en' in value;
}

function piecesOf(key: MessageKey, wanted: Language, count: unknown): Pieces {
  const plural = typeof count === 'number' ? new Intl.PluralRules(localesByLanguage[wanted]).select(count) : 'other';
  const id = `${wanted} ${plural} ${key}`;
  const found = known.get(id);
  if (found) return found;
  const message = getMessage(key, wanted);
  const text =
    typeof message === 'string'
      ? message
      : Array.isArray(message)
        ? message.join('\n')
        : (message[plural] ?? message.other ?? '');
  const pieces = text.split(/\{(\w+)\}/);
  known.set(id, pieces);
  return pieces;
}
