import { partsOfPointer, pointerPart } from '../json-pointer.ts';

/** A line of indented JSON. */
export interface JsonLine {
  /** From 1, as if nothing was folded. */
  number: number;
  depth: number;
  /** Of the value, as a JSON pointer. */
  pointer: string;
  /** The member's name as written, with its quotes. */
  name?: string;
  /** `{`, `]` or a scalar, as written. */
  text: string;
  /** Whether a comma follows. */
  comma: boolean;
  /** The value, of a line that has a scalar. */
  value?: unknown;
  /** Of a line that opens a value: the index of the line that closes it, and how many parts are between. */
  end?: number;
  size?: number;
}

/** How deep values may be nested: others are no answers of an API. */
const DEEPEST = 500;

/** The lines of a value, as JSON.stringify would indent it; undefined for what is nested too deep. */
export function jsonLines(value: unknown): JsonLine[] | undefined {
  const lines: JsonLine[] = [];
  return write(lines, { value, depth: 0, pointer: '', comma: false }) ? lines : undefined;
}

interface Part extends Pick<JsonLine, 'depth' | 'pointer' | 'comma'> {
  value: unknown;
  name?: string;
}

function write(lines: JsonLine[], { value, ...part }: Part): boolean {
  if (part.depth > DEEPEST) return false;
  const add = (line: Pick<JsonLine, 'text'> & Partial<JsonLine>) => {
    const whole = { ...part, ...line, number: lines.length + 1 };
    lines.push(whole);
    return whole;
  };
  if (typeof value !== 'object' || value === null) {
    add({ text: typeof value === 'bigint' ? String(value) : JSON.stringify(value), value });
    return true;
  }
  const isList = Array.isArray(value);
  const parts = Object.entries(value);
  if (parts.length === 0) {
    add({ text: isList ? '[]' : '{}' });
    return true;
  }
  const open = add({ text: isList ? '[' : '{', comma: false, size: parts.length });
  for (const [index, [key, inner]] of parts.entries()) {
    const pointer = `${part.pointer}/${pointerPart(key)}`;
    const name = isList ? {} : { name: JSON.stringify(key) };
    const comma = index < parts.length - 1;
    if (!write(lines, { value: inner, depth: part.depth + 1, pointer, comma, ...name })) return false;
  }
  const { name: _, ...close } = part;
  open.end = lines.length;
  lines.push({ ...close, text: isList ? ']' : '}', number: lines.length + 1 });
  return true;
}

/** The indexes of the lines that are seen: what is inside of a folded value is not. */
export function seenLines(lines: JsonLine[], folded: ReadonlySet<number>): number[] {
  const seen: number[] = [];
  for (let index = 0; index < lines.length; index++) {
    seen.push(index);
    const { end } = lines[index] as JsonLine;
    if (end !== undefined && folded.has(index)) index = end;
  }
  return seen;
}

/** What is folded at first: nothing of a short answer, and the inner values of a long one. */
export function foldedAtFirst(lines: JsonLine[], most: number): Set<number> {
  const opening = lines.flatMap(({ end, depth }, index) => (end === undefined ? [] : [{ index, depth }]));
  if (lines.length <= most) return new Set();
  for (let depth = 4; depth > 1; depth--) {
    const folded = new Set(opening.filter((each) => each.depth >= depth).map(({ index }) => index));
    if (seenLines(lines, folded).length <= most) return folded;
  }
  return new Set(opening.filter(({ depth }) => depth >= 2).map(({ index }) => index));
}

/** The lines whose name or scalar has a text in it, whatever its case. */
export function findLines(lines: JsonLine[], text: string): number[] {
  const wanted = text.toLowerCase();
  if (wanted === '') return [];
  return lines.flatMap((line, index) =>
    `${line.name ?? ''}\n${line.value === undefined ? '' : line.text}`.toLowerCase().includes(wanted) ? [index] : [],
  );
}

/** The folded lines around a line. */
export function foldsAround(lines: JsonLine[], index: number, folded: ReadonlySet<number>): number[] {
  return [...folded].filter((open) => open < index && index <= (lines[open]?.end ?? -1));
}

/** A pointer as programs write it: `items[0].address.city`. */
export function pathOfPointer(pointer: string): string {
  const parts = partsOfPointer(pointer);
  const path = parts
    .map((part) =>
      /^\d+$/.test(part)
        ? `[${part}]`
        : /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(part)
          ? `.${part}`
          : `[${JSON.stringify(part)}]`,
    )
    .join('');
  return path.replace(/^\./, '');
}
