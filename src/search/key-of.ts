/** Normalizes a text for lookup: no case, accents, spaces, slashes, braces or underscores. */
export function keyOf(text: string): string {
  return unaccented(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Splits a text into words as the index does: an underscore is part of a word, all other punctuation separates words. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
}

/** Lower-cases a text and removes its accents. */
export function unaccented(text: string): string {
  // Most words have none, and looking is quicker than taking them apart.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
