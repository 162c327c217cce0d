import { type Token, tokenize } from '../../ui/tokenize.ts';
import type { Span } from './json-text.ts';

/** A place of a text that is marked. */
export interface Mark extends Span {
  pointer: string;
}

/** A piece of a text in one look. */
export interface Piece {
  text: string;
  start: number;
  kind: Token['kind'];
  mark: Mark | undefined;
}

/** Longer texts have one look. */
const MOST_CHARACTERS = 20_000;

/** Cuts a text where its colours, its marks and the caret change; together they are the text. */
export function cutText(text: string, language: string, marks: Mark[], caret?: number): Piece[] {
  const isLong = text.length > MOST_CHARACTERS;
  const cuts = new Set(isLong ? [] : marks.flatMap(({ start, end }) => [start, end]));
  if (caret !== undefined) cuts.add(caret);
  const pieces: Piece[] = [];
  let start = 0;
  for (const { text: token, kind } of isLong ? [{ text, kind: undefined }] : tokenize(text, language)) {
    const end = start + token.length;
    const places = [...cuts].filter((cut) => cut > start && cut < end).toSorted((one, other) => one - other);
    let from = start;
    for (const to of [...places, end]) {
      // The inner of two marks is the one that is meant.
      const around = marks.filter((each) => each.start <= from && to <= each.end);
      const mark = around.toSorted((one, other) => one.end - one.start - (other.end - other.start))[0];
      pieces.push({ text: text.slice(from, to), start: from, kind, mark: isLong ? undefined : mark });
      from = to;
    }
    start = end;
  }
  return pieces;
}
