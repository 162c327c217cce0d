/** What stands in the log in the place of a secret. */
const mask = '••••';

export function isMasked(text: string): boolean {
  return text.includes(mask);
}

/** Any JSON string with a mask in it, but not a member's name. */
const maskedString = /"(?:[^"\\]|\\.)*••••(?:[^"\\]|\\.)*"(?!\s*:)/g;

/** A body whose masked values are left empty, and the names of the members that had them. */
export function emptyMasked(body: string): { text: string; names: string[] } {
  const names = [...body.matchAll(/"((?:[^"\\]|\\.)*)"\s*:\s*"(?:[^"\\]|\\.)*••••/g)].map(([, name = '']) => name);
  const text = body.replaceAll(maskedString, '""').replaceAll(/(?<=[=>])[^=<>&"]*••••[^<&"]*/g, '');
  return { text, names: names.length === 0 && isMasked(body) ? ['…'] : [...new Set(names)] };
}
