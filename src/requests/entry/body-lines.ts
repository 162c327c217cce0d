import { parseExactly } from '../../../wire/exact-json.ts';

/** A line of a body written for people, and which value it shows. */
export interface BodyLine {
  text: string;
  /** As JSON pointer; undefined for a closing bracket. */
  pointer: string | undefined;
}

/** Splits a body into lines that know their value; undefined if it is neither JSON nor a form. */
export function readBodyLines(body: string, mediaType: string): BodyLine[] | undefined {
  if (/x-www-form-urlencoded/i.test(mediaType)) return formLines(body);
  try {
    return jsonLines(parseExactly(body), '', '', '');
  } catch {
    return undefined;
  }
}

function jsonLines(value: unknown, pointer: string, start: string, indent: string): BodyLine[] {
  const isList = Array.isArray(value);
  if (typeof value !== 'object' || value === null) return [{ text: start + JSON.stringify(value), pointer }];
  const [open, close] = isList ? '[]' : '{}';
  const members = Object.entries(value);
  if (members.length === 0) return [{ text: `${start}${open}${close}`, pointer }];
  const inner = `${indent}  `;
  const lines = members.map(([name, member]) => {
    const label = isList ? '' : `${JSON.stringify(name)}: `;
    const place = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return jsonLines(member, place, inner + label, inner);
  });
  const separated = lines.map((group, index) => (index < lines.length - 1 ? withComma(group) : group));
  return [{ text: `${start}${open}`, pointer }, ...separated.flat(), { text: `${indent}${close}`, pointer: undefined }];
}

function withComma(lines: BodyLine[]): BodyLine[] {
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, text: `${line.text},` } : line));
}

function formLines(body: string): BodyLine[] {
  return [...new URLSearchParams(body)].map(([name, value]) => ({ text: `${name} = ${value}`, pointer: `/${name}` }));
}

/** The issues by the line at which to show them: the value's own, or, if it is missing, that of what it should be in. */
export function markLines<Issue extends { pointer: string }>(lines: BodyLine[], issues: Issue[]): Map<number, Issue[]> {
  const marked = new Map<number, Issue[]>();
  for (const issue of issues) {
    let pointer = issue.pointer.replace(/^#/, '');
    let at = lineOf(lines, pointer);
    while (at < 0 && pointer !== '') {
      pointer = pointer.slice(0, pointer.lastIndexOf('/'));
      at = lineOf(lines, pointer);
    }
    const line = Math.max(0, at);
    marked.set(line, [...(marked.get(line) ?? []), issue]);
  }
  return marked;
}

function lineOf(lines: BodyLine[], pointer: string): number {
  return lines.findIndex((line) => line.pointer === pointer);
}
