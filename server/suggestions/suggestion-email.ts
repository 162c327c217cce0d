import { say } from '../answers/say.ts';
import type { SuggestionRow } from '../db/schema.ts';
import type { Email } from '../mail/email.ts';
import { type Language, pagesIn } from '../settings/languages.ts';

/** So many suggestions are told in full; of the others, only how many they are. */
const mostTold = 20;

/** The e-mail that tells the provider what readers have suggested since the last one: in their language, if all have the same. */
export function suggestionsEmail(publicUrl: string, to: string, rows: SuggestionRow[]): Email {
  const [first, ...others] = new Set(rows.map((row) => row.language));
  const language = first !== undefined && others.length === 0 ? first : 'pt';
  const told = rows.slice(0, mostTold).map((row) => tell(publicUrl, row, language));
  const untold = rows.length - told.length;
  const more = untold > 0 ? `${say('letters.suggestions.more', { count: untold })[language]} ` : '';
  const all = say('letters.suggestions.all', { url: `${publicUrl}${pagesIn(language)}/suggestions` })[language];
  const subject = say('letters.suggestions.subject', { count: rows.length })[language];
  return { to, subject, text: [...told, more + all].join('\n\n') };
}

/** The page and what was written, line by line behind `>`: nothing of it can pass for words of the portal. */
function tell(publicUrl: string, { text, page, language: own, email }: SuggestionRow, language: Language): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\v\f\u0085]/).map((line) => `> ${line}`);
  const answer = email ? [say('letters.suggestions.answer', { email })[language]] : [];
  return [`${publicUrl}${pagesIn(own)}${page}`, ...lines, ...answer].join('\n');
}
