const parameter = /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g;

/** The names in the Content-Disposition of a part (RFC 7578, 4.2), as browsers and curl write them; a path is no part of a name. */
export function dispositionOf(header = ''): { name?: string; filename?: string } {
  const found = new Map<string, string>();
  for (const [, key = '', quoted, plain = ''] of header.matchAll(parameter))
    found.set(key.toLowerCase(), quoted === undefined ? plain : unquote(quoted));
  const extended = found.get('filename*');
  const filename = (extended && decodeExtended(extended)) ?? found.get('filename');
  const name = found.get('name');
  return {
    ...(name !== undefined && { name }),
    ...(filename !== undefined && { filename: filename.replace(/^.*[\\/]/s, '').replaceAll(/\p{Cc}/gu, '') }),
  };
}

/** Browsers escape quotes and line ends as a URL does (WHATWG HTML, 4.10.22.8), curl with a backslash. */
function unquote(text: string): string {
  return text.replaceAll(/\\(["\\])/g, '$1').replaceAll(/%(22|0[AaDd])/g, (code) => decodeURIComponent(code));
}

/** `UTF-8''na%C3%AFve.txt` (RFC 8187, 3.2); undefined for anything else. */
function decodeExtended(text: string): string | undefined {
  const [, value] = /^utf-8'[^']*'(.*)$/is.exec(text) ?? [];
  try {
    return value === undefined ? undefined : decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
