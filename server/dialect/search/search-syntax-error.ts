import { type Issue, queryIssue } from '../../answers/issue.ts';
import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';

const reasons = {
  field: () => say('search.field-expected'),
  sign: (name: string) => say('search.sign-expected', { name }),
  value: (name: string) => say('search.value-expected', { name }),
  quote: () => say('search.quote-open'),
  star: () => say('search.star'),
  joint: () => say('search.joint-expected'),
  term: () => say('search.term-expected'),
  close: () => say('search.close-expected'),
  depth: (limit: string) => say('search.too-deep', { limit }),
  length: (limit: string) => say('search.too-long', { limit }),
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
    return queryIssue(parameter, 'syntax', { column, reason }, message);
  }
}
