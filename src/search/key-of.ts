/** A text without what people leave out when they type: case, accents, spaces, slashes, braces, underscores. */
export function keyOf(text: string): string {
  return unaccented(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a text, as the index has them: an underscore belongs to a name, everything else stands between words. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}

/** In lower case and without accents. */
export function unaccented(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
