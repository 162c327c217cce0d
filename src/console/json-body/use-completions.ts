import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Completion } from './completions.ts';
import { type CaretPlace, readJsonText } from './json-text.ts';

interface Open {
  items: Completion[];
  at: number;
  place: CaretPlace;
}

/** What is proposed at the caret of a text: after letters by itself, with Ctrl+Space at any place. */
export function useCompletions(
  area: RefObject<HTMLTextAreaElement | null>,
  value: string,
  complete: ((place: CaretPlace) => Completion[]) | undefined,
  onChange: (value: string) => void,
) {
  const [list, setList] = useState<Open>();
  const wanted = useRef<number>(undefined);

  // The caret goes behind what was written for the reader.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    area.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });

  function show(text: string, caret: number, isAsked: boolean) {
    const { place } = complete ? readJsonText(text, caret) : { place: undefined };
    const isTyped = place !== undefined && (place.typed !== '' || /"$/.test(text.slice(place.span.start, caret)));
    const items = place && (isAsked || isTyped) ? (complete?.(place) ?? []) : [];
    const isDone = items.length === 1 && items[0]?.label === place?.typed;
    setList(place && items.length > 0 && !isDone ? { items, at: 0, place } : undefined);
  }

  function choose(index: number) {
    const item = list?.items[index];
    if (!list || !item) return;
    const { start, end } = list.place.span;
    wanted.current = start + item.text.length;
    setList(undefined);
    onChange(value.slice(0, start) + item.text + value.slice(end));
  }

  /** Returns whether the key was one of the list. */
  function press(key: string): boolean {
    if (!list) return false;
    const { length } = list.items;
    if (key === 'ArrowDown') setList({ ...list, at: (list.at + 1) % length });
    else if (key === 'ArrowUp') setList({ ...list, at: (list.at + length - 1) % length });
    else if (key === 'Enter' || key === 'Tab') choose(list.at);
    else if (key === 'Escape') setList(undefined);
    else return false;
    return true;
  }

  return {
    isOpen: list !== undefined,
    items: list?.items ?? [],
    at: list?.at ?? 0,
    caret: list?.place.span.start,
    open: () => show(value, area.current?.selectionStart ?? value.length, true),
    type: (text: string, caret: number) => show(text, caret, false),
    close: () => setList(undefined),
    choose,
    press,
  };
}
