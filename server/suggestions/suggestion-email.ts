import type { SuggestionRow } from '../db/schema.ts';
import type { Email } from '../mail/email.ts';

/** So many suggestions are told in full; of the others, only how many they are. */
const mostTold = 20;

/** The e-mail that tells the provider what readers have suggested since the last one: in English if all of them are. */
export function suggestionsEmail(publicUrl: string, to: string, rows: SuggestionRow[]): Email {
  const isEnglish = rows.every(({ language }) => language === 'en');
  const list = `${publicUrl}${isEnglish ? '/en' : ''}/suggestions`;
  const told = rows.slice(0, mostTold).map((row) => tell(publicUrl, row, isEnglish));
  const others = rows.length - told.length;
  const end = isEnglish
    ? `${others > 0 ? `There are ${others} more. ` : ''}All suggestions, for members of the provider's workspace: ${list}`
    : `${others > 0 ? `E há mais ${others}. ` : ''}Todas as sugestões, para membros do espaço do provedor: ${list}`;
  return { to, subject: subjectOf(rows.length, isEnglish), text: [...told, end].join('\n\n') };
}

function subjectOf(count: number, isEnglish: boolean): string {
  if (isEnglish) return count === 1 ? 'A suggestion about your portal' : `${count} suggestions about your portal`;
  return count === 1 ? 'Uma sugestão sobre o seu portal' : `${count} sugestões sobre o seu portal`;
}

/** The page and what was written, line by line behind `>`: nothing of it can pass for words of the portal. */
function tell(publicUrl: string, { text, page, language, email }: SuggestionRow, isEnglish: boolean): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\v\f\u0085]/).map((line) => `> ${line}`);
  const answer = email && `${isEnglish ? 'An answer is expected at' : 'Espera resposta em'}: ${email}`;
  return [`${publicUrl}${language === 'en' ? '/en' : ''}${page}`, ...lines, ...(answer ? [answer] : [])].join('\n');
}
