/**
 * Compares a real response with the one in a guide and lists differences in shape: names, types, or the `code` of an
 * error. Values may differ, and a list may be longer than shown.
 */
export function differences(shown: unknown, real: unknown, at = ''): string[] {
  const here = at || 'the entire response';
  if (shown === null || real === null) return [];
  if (Array.isArray(shown)) {
    if (!Array.isArray(real)) return [`${here} is a list in the guide, but ${kind(real)} in the response`];
    if (shown.length > real.length)
      return [`${here} has ${shown.length} elements in the guide, but ${real.length} in the response`];
    return shown.flatMap((element, index) => differences(element, real[index], `${at}[${index}]`));
  }
  if (kind(shown) !== kind(real)) return [`${here} is ${kind(shown)} in the guide, but ${kind(real)} in the response`];
  if (typeof shown === 'object') {
    const [left, right] = [shown, real] as Record<string, unknown>[];
    const names = new Set([...Object.keys(left ?? {}), ...Object.keys(right ?? {})]);
    return [...names].flatMap((name) => {
      const path = at ? `${at}.${name}` : name;
      if (!left || !(name in left)) return [`${path} is missing in the guide`];
      if (!right || !(name in right)) return [`${path} is missing in the response`];
      return differences(left[name], right[name], path);
    });
  }
  // Programs depend on error codes, so they must match.
  if (/(^|\.)code$/.test(at) && shown !== real) return [`${at} is ${shown} in the guide, but ${real} in the response`];
  return [];
}

function kind(value: unknown): string {
  return Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
}
