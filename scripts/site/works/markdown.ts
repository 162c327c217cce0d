/** A text of a document in a line of MDX: nothing in it is markup, whatever it says. */
export function plain(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.replaceAll(/[^\p{L}\p{N} .,;:?()/'"…–—%-]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** A description in a line: code stays code, links are their text, and the rest is plain. */
export function prose(markdown: string): string {
  const parts = markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').split(/(`[^`]+`)/);
  return parts.map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : spaced(part))).join('');
}

function spaced(text: string): string {
  const [before = '', after = ''] = [/^\s/, /\s$/].map((space) => (space.test(text) ? ' ' : ''));
  return text.trim() === '' ? before : before + plain(text) + after;
}

/** A name as code, in a line or in a cell of a table. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  const ticks = '`'.repeat(longestTicks(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${ticks}${space}${line}${space}${ticks}`;
}

/** A block of code; `info` is its language and what else the fence says. */
export function block(info: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestTicks(text) + 1));
  return `${fence}${info}\n${text}\n${fence}`;
}

/** A table; cells are Markdown. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function list(items: string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function longestTicks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}
