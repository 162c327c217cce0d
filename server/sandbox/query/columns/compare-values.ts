/** A value of a field: of one field, all are numbers or all are texts. */
export type Value = string | number;

/** Compares numbers, or texts by code point, as both databases do: below 0, 0 or above 0. */
export function compareValues(one: Value, other: Value): number {
  if (one === other) return 0;
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  return one < other ? -1 : 1;
}

const surrogate = /[\ud800-\udfff]/;

/** JavaScript compares UTF-16 units, in which the characters of two units come before some of one. */
function compareTexts(one: string, other: string): number {
  if (!surrogate.test(one) && !surrogate.test(other)) return one < other ? -1 : 1;
  const [left, right] = [[...one], [...other]];
  const at = left.findIndex((character, index) => character !== right[index]);
  if (at < 0) return -1;
  return (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}
