import { unaccented } from '../key-of.ts';

/** The words of a text. */
export function partsOf(text: string): string[] {
  return unaccented(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The words of a path or an identifier: `serviceInvoices` is one, and two. */
export function partsOfName(text: string): string[] {
  return [...new Set([...partsOf(text), ...partsOf(text.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' '))])];
}
