import { Refusal } from '../../answers/refusal.ts';

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
  if (left < 0) throw tooLarge({ en: `over ${pageBudget.values} values`, pt: `mais de ${pageBudget.values} valores` });
}

const comma = 44;
const bracket = 91;
const brace = 123;

/** Refuses (400) a page of records whose JSON has too many bytes. */
export function checkBytes(bytes: number): void {
  if (bytes <= pageBudget.bytes) return;
  const size = (bytes / mebibyte).toFixed(1);
  const most = pageBudget.bytes / mebibyte;
  throw tooLarge({ en: `${size} MiB, over ${most}`, pt: `${size.replace('.', ',')} MiB, mais que ${most}` });
}

function tooLarge(has: { en: string; pt: string }): Refusal {
  return new Refusal('page_too_large', {
    en: `The records of this page have ${has.en}. Ask for fewer at once, filter them, or read them one by one.`,
    pt: `Os registros desta página somam ${has.pt}. Peça menos por vez, filtre-os ou leia um por um.`,
  });
}
