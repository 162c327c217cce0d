/** The preferences of a `Prefer` header by their names in lower case (RFC 7240, 2); of one that comes twice, the first counts. */
export function readPreferences(header: string): Map<string, string> {
  const preferences = new Map<string, string>();
  for (const written of header.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g) ?? []) {
    // What follows a semicolon says more of a preference; none that is known here has such a parameter.
    const [preference = ''] = written.match(/(?:[^;"]|"(?:[^"\\]|\\.)*"?)+/) ?? [];
    const [name = '', ...value] = preference.split('=');
    const key = name.trim().toLowerCase();
    if (key !== '' && !preferences.has(key)) preferences.set(key, unquoted(value.join('=').trim()));
  }
  return preferences;
}

function unquoted(text: string): string {
  const [, inside] = /^"((?:[^"\\]|\\.)*)"$/.exec(text) ?? [];
  return inside === undefined ? text : inside.replaceAll(/\\(.)/g, '$1');
}
