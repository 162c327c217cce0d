/** What a JSON text must not contain, although the grammar allows it. */
export type JsonFault =
  | { kind: 'too deep' }
  | { kind: 'too many names' }
  | { kind: 'too many values' }
  | { kind: 'repeated'; name: string };

const quote = 34;
const comma = 44;
const backslash = 92;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
const whiteSpace = new Set([9, 10, 13, 32]);

/**
 * Scans a text, in one pass before it is parsed, for deep nesting, for too many values, and for too many or duplicate names in one
 * object. Of a text that is not JSON, a duplicate name is the least that is wrong.
 */
export function scanJson(text: string, max: { depth: number; names: number; values: number }): JsonFault | undefined {
  // The names of each enclosing object; undefined for a list.
  const around: (Set<string> | undefined)[] = [];
  let names: Set<string> | undefined;
  let isName = false;
  let repeated: JsonFault | undefined;
  // Each comma is followed by a value, and so is each bracket, unless it is closed again.
  let values = 1;
  for (let at = 0; at < text.length && values <= max.values + 1; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const end = endOfText(text, at);
      if (isName && names) {
        const name = nameOf(text.slice(at, end + 1));
        if (names.has(name)) repeated ??= { kind: 'repeated', name };
        names.add(name);
        if (names.size > max.names) return { kind: 'too many names' };
        isName = false;
      }
      at = end;
    } else if (code === openBrace || code === openBracket) {
      if (around.length === max.depth) return { kind: 'too deep' };
      around.push(names);
      names = code === openBrace ? new Set() : undefined;
      isName = code === openBrace;
      values++;
    } else if (code === closeBrace || code === closeBracket) {
      if (isEmpty(text, at)) values--;
      names = around.pop();
      isName = false;
    } else if (code === comma) {
      isName = names !== undefined;
      values++;
    }
  }
  return values > max.values ? { kind: 'too many values' } : repeated;
}

/** Whether the list or object that ends here has nothing in it. */
function isEmpty(text: string, end: number): boolean {
  let before = end - 1;
  while (whiteSpace.has(text.charCodeAt(before))) before--;
  const code = text.charCodeAt(before);
  return code === openBrace || code === openBracket;
}

/** The index of the closing quote of a text. */
function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

/** A quote is escaped after an odd number of backslashes. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === backslash) before--;
  return (at - before) % 2 === 0;
}

/** A name can be written in several ways: `"a"` and `"\u0061"`. */
function nameOf(written: string): string {
  if (!written.includes('\\')) return written.slice(1, -1);
  try {
    return JSON.parse(written) as string;
  } catch {
    return written; // The parser will refuse it.
  }
}
