/** Texts that say nothing: the name of their type, zeros, one letter again and again. */
const dull = /^(?:string|text|example|0+|[0-]+|(.)\1{2,})$/i;

export interface TextCount {
  texts: number;
  dull: number;
}

/** Counts the texts of an answer, and those that nobody would take for data. */
export function countTexts(value: unknown, count: TextCount): void {
  if (typeof value === 'string') {
    count.texts++;
    if (dull.test(value)) count.dull++;
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) countTexts(each, count);
  }
}
