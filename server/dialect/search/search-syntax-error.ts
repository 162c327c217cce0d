import type { Issue } from '../../answers/issue.ts';
import type { Texts } from '../../answers/texts.ts';

const reasons = {
  field: () => ({ en: 'a field is expected', pt: 'era esperado um campo' }),
  sign: (name: string) => ({
    en: `":", ">" or "<" is expected after ${name}`,
    pt: `era esperado ":", ">" ou "<" depois de ${name}`,
  }),
  value: (name: string) => ({
    en: `a value is expected after ${name}; use quotes around spaces`,
    pt: `era esperado um valor depois de ${name}; se há espaços, use aspas`,
  }),
  quote: () => ({ en: 'the quote opened here is never closed', pt: 'as aspas abertas aqui nunca são fechadas' }),
  star: () => ({
    en: '* is only allowed at the start or end of a value; in quotes, \\* is a literal asterisk',
    pt: 'o * só pode ficar no começo ou no fim do valor; entre aspas, \\* é um asterisco literal',
  }),
  joint: () => ({ en: 'AND or OR is expected', pt: 'era esperado AND ou OR' }),
  term: () => ({ en: 'a term or "(" is expected', pt: 'era esperado um termo ou "("' }),
  close: () => ({ en: '")" is expected', pt: 'era esperado ")"' }),
  depth: (limit: string) => ({
    en: `parentheses can be nested at most ${limit} levels deep`,
    pt: `os parênteses podem ter no máximo ${limit} níveis`,
  }),
  length: (limit: string) => ({
    en: `a search can have at most ${limit} terms`,
    pt: `uma busca pode ter no máximo ${limit} termos`,
  }),
} satisfies Record<string, (detail: string) => Texts>;

/** A syntax error in a search, and its column. */
export class SearchSyntaxError extends Error {
  override name = 'SearchSyntaxError';
  readonly column: number;
  readonly reason: Texts;

  constructor(column: number, reason: keyof typeof reasons | Texts, detail = '') {
    const texts = typeof reason === 'string' ? reasons[reason](detail) : reason;
    super(`column ${column}: ${texts.en}`);
    this.column = column;
    this.reason = texts;
  }

  /** The error as an issue with a query parameter. */
  issueOf(parameter: string): Issue {
    const { column, reason, message } = this;
    return {
      in: 'query',
      pointer: `/${parameter}`,
      field: parameter,
      keyword: 'syntax',
      params: { column, reason },
      message,
    };
  }
}
