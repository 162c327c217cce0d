/** Variables of the environment, by name. */
export type Environment = Record<string, string | undefined>;

/** Larger numbers are slips: no limit, pace or retention of a portal needs them. */
const largest = 1_000_000_000;

/** Reads a whole number from 0 to `most`; throws an error that names the variable and the range. */
export function wholeNumber(env: Environment, name: string, fallback: number, most = largest): number {
  return numberBetween(0, most, env, name, fallback);
}

/** Reads a whole number from 1 to `most`; throws an error that names the variable and the range. */
export function atLeastOne(env: Environment, name: string, fallback: number, most = largest): number {
  return numberBetween(1, most, env, name, fallback);
}

function numberBetween(least: number, most: number, env: Environment, name: string, fallback: number): number {
  const text = env[name] || String(fallback);
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}

/** Reads one of some words, the first where none is set; throws an error that names the variable and the words. */
export function oneOf<const Word extends string>(env: Environment, name: string, words: readonly Word[]): Word {
  const text = env[name] || words[0];
  const word = words.find((known) => known === text);
  if (word === undefined) throw new Error(`${name} must be ${alternatives.format(words.map(quote))}, not "${text}".`);
  return word;
}

const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function quote(word: string): string {
  return `"${word}"`;
}
