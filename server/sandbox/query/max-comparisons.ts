import { Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';

/** SQLite refuses expressions with more than 1,000 parts. */
export const maxComparisons = 100;

export function tooManyComparisons(): Refusal {
  return new Refusal('invalid_request', say('records.too-many-comparisons', { maxComparisons }));
}
