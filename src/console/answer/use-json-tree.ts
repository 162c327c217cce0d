import { type KeyboardEvent, useMemo, useState } from 'react';
import { parseExactly } from '../../../wire/exact-json.ts';
import { findLines, foldedAtFirst, foldsAround, type JsonLine, jsonLines, seenLines } from './json-lines.ts';

/** Longer answers are folded at first, and shown in parts: more lines would make the page slow. */
const MOST_LINES = 500;

/** The lines of a JSON text; undefined if it is none. */
export function useJsonLines(text: string): JsonLine[] | undefined {
  return useMemo(() => {
    try {
      return jsonLines(parseExactly(text));
    } catch {
      return undefined;
    }
  }, [text]);
}

/** Folding, moving and searching in the lines of an answer. */
export function useJsonTree(lines: JsonLine[]) {
  const [folded, setFolded] = useState<ReadonlySet<number>>(() => foldedAtFirst(lines, MOST_LINES));
  const [current, setCurrent] = useState(0);
  const [most, setMost] = useState(MOST_LINES);
  const [query, setQuery] = useState('');
  const found = useMemo(() => findLines(lines, query), [lines, query]);
  const seen = useMemo(() => seenLines(lines, folded), [lines, folded]);

  function toggle(index: number) {
    const { end } = lines[index] ?? {};
    if (end === undefined) return;
    const next = new Set(folded);
    if (!next.delete(index)) next.add(index);
    setFolded(next);
    if (current > index && current <= end) setCurrent(index);
  }

  /** Makes a line the current one, opens what is around it, and lets the page show it. */
  function goTo(index: number) {
    const around = foldsAround(lines, index, folded);
    const open = new Set([...folded].filter((each) => !around.includes(each)));
    if (around.length > 0) setFolded(open);
    setMost(Math.max(most, seenLines(lines, open).indexOf(index) + 1));
    setCurrent(index);
  }

  function search(text: string) {
    setQuery(text);
    const [first] = findLines(lines, text);
    if (first !== undefined) goTo(first);
  }

  /** The next or the last match, around the end. */
  function step(by: 1 | -1) {
    const later = by > 0 ? found.find((index) => index > current) : found.findLast((index) => index < current);
    const index = later ?? (by > 0 ? found[0] : found.at(-1));
    if (index !== undefined) goTo(index);
  }

  function foldAll(isFolded: boolean) {
    const inner = lines.flatMap(({ end, depth }, index) => (end !== undefined && depth > 0 ? [index] : []));
    setFolded(new Set(isFolded ? inner : []));
    setCurrent(0);
  }

  /** The keys of a tree; returns whether it was one. */
  function press({ key }: KeyboardEvent): boolean {
    const at = seen.indexOf(current);
    const line = lines[current];
    const isOpen = line?.end !== undefined && !folded.has(current);
    const move = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: seen.length - 1 }[key];
    const target = move === undefined ? undefined : seen[Math.min(Math.max(move, 0), seen.length - 1)];
    if (target !== undefined) goTo(target);
    else if (key === 'ArrowRight' && line?.end !== undefined) isOpen ? goTo(current + 1) : toggle(current);
    else if (key === 'ArrowLeft' && isOpen) toggle(current);
    else if (key === 'ArrowLeft') goTo(parentOf(lines, current));
    else return false;
    return true;
  }

  return {
    shown: seen.slice(0, most),
    hidden: Math.max(0, seen.length - most),
    folded,
    current,
    query,
    found,
    toggle,
    setCurrent,
    search,
    step,
    foldAll,
    press,
    showMore: () => setMost(most + MOST_LINES),
  };
}

function parentOf(lines: JsonLine[], index: number): number {
  const above = lines.findLastIndex(({ end }, at) => at < index && end !== undefined && end >= index);
  return Math.max(0, above);
}
