/** The parts of a list or object that one text holds, by its style. */
const delimiters: Record<string, string> = { spaceDelimited: ' ', pipeDelimited: '|' };

/**
 * Splits a text at the delimiters of a style. `raw` is the text as it was encoded, where it was: a comma in a value is encoded, one
 * between values is not (RFC 6570, 3.2.8); callers that encode both mean the second.
 */
export function splitList(style: string | undefined, text: string, raw?: string, decoded = decodeText): string[] {
  if (text === '') return [];
  const delimiter = delimiters[style ?? ''] ?? ',';
  if (delimiter === ',' && raw?.includes(',')) return raw.split(',').map(decoded);
  return text.split(delimiter);
}

/** Decodes a part of a query or form; what is not percent-encoded UTF-8 stays as it is. */
export function decodeText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
