/** A text as one word of a POSIX shell, whatever is in it; control characters, which terminals obey, are left out. */
export function shellWord(text: string): string {
  const shown = text.replaceAll(/[^\P{Cc}\n]/gu, '');
  if (/^[\w@%+=:,./-]+$/.test(shown)) return shown;
  return /["$`\\!]/.test(shown) ? `'${shown.replaceAll("'", `'\\''`)}'` : `"${shown}"`;
}

/** A word that ends in variables: what stands before them is only text. */
export function shellWordWith(text: string, variables: string): string {
  const shown = text.replaceAll(/\p{Cc}/gu, '');
  return /["$`\\!]/.test(shown) ? `${shellWord(shown)}"${variables}"` : `"${shown}${variables}"`;
}
