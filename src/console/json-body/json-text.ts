import { pointerPart } from '../json-pointer.ts';

/** Where something stands in a text. */
export interface Span {
  start: number;
  end: number;
}

/** Where a caret stands: at a member's name or at a value, of which so much is typed. */
export interface CaretPlace {
  kind: 'name' | 'value';
  /** Of the object or list around it. */
  pointer: string;
  /** Of a value: the member's name, or the index in the list. */
  key: string;
  typed: string;
  /** What is replaced by a completion: the whole token. */
  span: Span;
  /** Of an object: the names that it has. */
  names: string[];
  /** Whether a colon or a comma has yet to be written after it. */
  isLast: boolean;
}

interface Level {
  pointer: string;
  isList: boolean;
  start: number;
  index: number;
  name: string;
  isName: boolean;
  names: string[];
}

const token = /"(?:\\.|[^"\\\n])*(?:"|$|(?=\n))|[{}[\],:]|[^\s{}[\],:"]+/g;

/** Reads JSON that may be unfinished: where each value stands, by its pointer, and what is at a caret. */
export function readJsonText(text: string, caret = -1): { spans: Map<string, Span>; place: CaretPlace | undefined } {
  const spans = new Map<string, Span>();
  const levels: Level[] = [];
  let place: CaretPlace | undefined;
  let lastEnd = 0;

  const pointerOf = (level: Level | undefined) =>
    level ? `${level.pointer}/${pointerPart(level.isList ? String(level.index) : level.name)}` : '';

  const meet = (span: Span, typed: string) => {
    const level = levels.at(-1);
    if (!level) return;
    const kind = level.isName ? 'name' : 'value';
    const key = level.isList ? String(level.index) : level.name;
    place = { kind, pointer: level.pointer, key, typed, span, names: level.names, isLast: false };
  };

  for (const match of text.matchAll(token)) {
    const [written] = match;
    const [start, end] = [match.index, match.index + written.length];
    // Between two tokens, where nothing is typed yet.
    if (caret >= lastEnd && caret <= start && !place && caret < end && !(caret === start && isScalar(written)))
      meet({ start: caret, end: caret }, '');
    lastEnd = end;
    const level = levels.at(-1);
    if (isScalar(written)) {
      if (caret >= start && caret <= end) meet({ start, end }, plain(text.slice(start, caret)));
      if (level?.isName) {
        level.name = plain(written);
        level.names.push(level.name);
      } else spans.set(pointerOf(level), { start, end });
    } else if (written === '{' || written === '[') {
      const isList = written === '[';
      levels.push({ pointer: pointerOf(level), isList, start, index: 0, name: '', isName: !isList, names: [] });
    } else if (written === '}' || written === ']') {
      const closed = levels.pop();
      if (closed) spans.set(closed.pointer, { start: closed.start, end });
    } else if (level && written === ':') level.isName = false;
    else if (level && written === ',') {
      level.index++;
      level.isName = !level.isList;
    }
  }
  if (!place && caret >= lastEnd) meet({ start: caret, end: caret }, '');
  if (place) place.isLast = !/^\s*[:,]/.test(text.slice(place.span.end));
  return { spans, place };
}

function isScalar(written: string): boolean {
  return !/^[{}[\],:]$/.test(written);
}

function plain(written: string): string {
  return written.replace(/^"|"$/g, '');
}
