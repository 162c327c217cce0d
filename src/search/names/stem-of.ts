/** Endings of plurals in Portuguese, Spanish and English, and what stands in their place in the singular. */
const plurals: [ending: RegExp, singular: string][] = [
  [/oes$/, 'ao'],
  [/ciones$/, 'cion'],
  [/ais$/, 'al'],
  [/ies$/, 'y'],
  [/(?<=[^s])s$/, ''],
];

/** A word, without accents and in lower case, as if it stood in the singular: good enough to compare names, not to be read. */
export function stemOf(word: string): string {
  if (word.length < 4 || !word.endsWith('s')) return word;
  const [ending, singular] = plurals.find(([ending]) => ending.test(word)) ?? [];
  return ending === undefined || singular === undefined ? word : word.replace(ending, singular);
}
