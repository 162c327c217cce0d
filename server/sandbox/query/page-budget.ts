import { Refusal } from '../../answers/refusal.ts';
import { say, sayNumber } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';

/** What a page of records may have in all: each step of the response walks and writes every value. */
export const pageBudget = { bytes: 2 * 2 ** 20, values: 40_000 };

const mebibyte = 2 ** 20;

/** Refuses (400) a page of records that has more values than others can wait for. */
export function checkValues(bodies: string[]): void {
  let left = pageBudget.values;
  // Each value but the first follows a comma or a bracket.
  for (const body of bodies)
    for (let at = 0; at < body.length && left >= 0; at++) {
      const code = body.charCodeAt(at);
      if (code === comma || code === bracket || code === brace) left--;
    }
  if (left < 0) throw tooLarge(say('pages.values', { most: pageBudget.values }));
}

const comma = 44;
const bracket = 91;
const brace = 123;

/** Refuses (400) a page of records whose JSON has too many bytes. */
export function checkBytes(bytes: number): void {
  if (bytes <= pageBudget.bytes) return;
  const size = sayNumber(bytes / mebibyte, { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false });
  const most = pageBudget.bytes / mebibyte;
  throw tooLarge(say('pages.size', { size, most }));
}

function tooLarge(has: Texts): Refusal {
  return new Refusal('page_too_large', say('pages.too-large', { has }));
}
