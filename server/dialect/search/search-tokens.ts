import { SearchSyntaxError } from './search-syntax-error.ts';

/** A character of a value; an escaped one is literal. */
interface Character {
  text: string;
  escaped: boolean;
}

export type SearchToken =
  | { kind: 'open' | 'close' | 'and' | 'or' | 'end'; column: number }
  | { kind: 'term'; column: number; field: string; sign: string; value: Character[]; valueColumn: number };

/** Tokenizes a search; columns start at 1, as in editors. */
export function readTokens(text: string): SearchToken[] {
  const characters = [...text];
  const tokens: SearchToken[] = [];
  let at = 0;
  while (at < characters.length) {
    const character = characters[at] as string;
    const column = at + 1;
    if (/\s/.test(character)) at += 1;
    else if (character === '(' || character === ')') {
      tokens.push({ kind: character === '(' ? 'open' : 'close', column });
      at += 1;
    } else tokens.push(readWord(column));
  }
  return [...tokens, { kind: 'end', column: characters.length + 1 }];

  /** Reads `AND`, `OR` or a term: field, sign, and the value up to a space or parenthesis. */
  function readWord(column: number): SearchToken {
    const field = take(/[^\s():<>"]/);
    if (/^(and|or)$/i.test(field)) return { kind: field.toLowerCase() as 'and' | 'or', column };
    const sign = characters[at] ?? '';
    if (field === '') throw new SearchSyntaxError(at + 1, 'field');
    if (!/^[:<>]$/.test(sign)) throw new SearchSyntaxError(at + 1, 'sign', field);
    at += 1;
    const valueColumn = at + 1;
    const value = readValue(valueColumn);
    if (value.length === 0) throw new SearchSyntaxError(valueColumn, 'value', field + sign);
    return { kind: 'term', column, field, sign, value, valueColumn };
  }

  function readValue(column: number): Character[] {
    const value: Character[] = [];
    let quoted = false;
    for (; at < characters.length; at += 1) {
      const text = characters[at] as string;
      if (!quoted && /[\s()]/.test(text)) break;
      if (text === '"') quoted = !quoted;
      else if (quoted && text === '\\' && at + 1 < characters.length) {
        at += 1;
        value.push({ text: characters[at] as string, escaped: true });
      } else value.push({ text, escaped: false });
    }
    if (quoted) throw new SearchSyntaxError(column, 'quote');
    return value;
  }

  function take(pattern: RegExp): string {
    const start = at;
    while (at < characters.length && pattern.test(characters[at] as string)) at += 1;
    return characters.slice(start, at).join('');
  }
}
