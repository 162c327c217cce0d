/** A text as one word of a POSIX shell, whatever is in it; control characters, which terminals obey, are left out. */
export function shellWord(text: string): string {
  const shown = text.replaceAll(/\p{Cc}/gu, '');
  if (/^[\w@%+=:,./-]+$/.test(shown)) return shown;
  return /["$`\\!]/.test(shown) ? inQuotes(shown) : `"${shown}"`;
}

/** A word that ends in variables; what stands before them is only text. */
export function shellWordWith(text: string, variables: string): string {
  const shown = text.replaceAll(/\p{Cc}/gu, '');
  return /["$`\\!]/.test(shown) ? `${inQuotes(shown)}"${variables}"` : `"${shown}${variables}"`;
}

/** A text with its lines as one word. */
export function inQuotes(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
