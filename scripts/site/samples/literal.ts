const token = /"(?:[^"\\]|\\.)*"(\s*:)?|\btrue\b|\bfalse\b|\bnull\b/g;

/** A text in single quotes, as JavaScript has it. */
export function inJavascript(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** A text in double quotes, as Python has it. */
export function inPython(text: string): string {
  return JSON.stringify(text);
}

/** JSON as JavaScript is usually written: names without quotes, texts in single ones. Undefined where a number would lose digits. */
export function jsonInJavascript(json: string): string | undefined {
  if (/[\d.]{16,}/.test(json.replaceAll(token, ''))) return undefined;
  return json.replaceAll(token, (found, colon?: string) => {
    if (!found.startsWith('"')) return found;
    const text = JSON.parse(colon ? found.slice(0, -colon.length) : found);
    if (!colon) return inJavascript(text);
    // Without brackets, this name would set the prototype.
    if (text === '__proto__') return "['__proto__']:";
    return `${/^[A-Za-z_$][\w$]*$/.test(text) ? text : inJavascript(text)}:`;
  });
}

/** JSON as a value of Python, digit by digit. */
export function jsonInPython(json: string): string {
  const words: Record<string, string> = { true: 'True', false: 'False', null: 'None' };
  return json.replaceAll(token, (found) => words[found] ?? found);
}

/** A text of several lines, all but the first of which are moved to the right. */
export function indented(text: string, spaces: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
