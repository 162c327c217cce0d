/**
 * Where an answer has another shape than the one that a guide shows: other names, other types, another `code` of an
 * error. Values may differ, and a list may be longer than shown. No difference gives an empty list.
 */
export function differences(shown: unknown, real: unknown, at = ''): string[] {
  const here = at || 'the whole answer';
  if (shown === null || real === null) return [];
  if (Array.isArray(shown)) {
    if (!Array.isArray(real)) return [`${here} is a list in the guide, and ${kind(real)} in the answer`];
    if (shown.length > real.length)
      return [`${here} has ${shown.length} elements in the guide, and ${real.length} in the answer`];
    return shown.flatMap((element, index) => differences(element, real[index], `${at}[${index}]`));
  }
  if (kind(shown) !== kind(real)) return [`${here} is ${kind(shown)} in the guide, and ${kind(real)} in the answer`];
  if (typeof shown === 'object') {
    const [left, right] = [shown, real] as Record<string, unknown>[];
    const names = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
    return [...names].flatMap((name) => {
      const path = at ? `${at}.${name}` : name;
      if (!left || !(name in left)) return [`${path} is missing in the guide`];
      if (!right || !(name in right)) return [`${path} is missing in the answer`];
      return differences(left[name], right[name], path);
    });
  }
  // What a program decides by has to be the same; the rest is an example.
  if (/(^|\.)code$/.test(at) && shown !== real) return [`${at} is ${shown} in the guide, and ${real} in the answer`];
  return [];
}

function kind(value: unknown): string {
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
}
