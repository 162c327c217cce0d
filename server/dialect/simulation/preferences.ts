/** The preferences of a `Prefer` header by lower-case name (RFC 7240, 2); the first of duplicates counts. */
export function readPreferences(header: string): Map<string, string> {
  const preferences = new Map<string, string>();
  for (const written of header.match(/(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g) ?? []) {
    // Parameters follow a semicolon; no supported preference has any.
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
