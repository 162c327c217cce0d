import { type RefObject, useEffect, useRef } from 'react';

const RECENTLY_MS = 10_000;

/** A list, and whether somebody reads in it: it is scrolled to, focused, or was pointed at just now. */
export function useReading<Element extends HTMLElement>(): { list: RefObject<Element | null>; isRead: () => boolean } {
  const list = useRef<Element>(null);
  const pointedAt = useRef(0);

  useEffect(() => {
    const element = list.current;
    const note = () => {
      pointedAt.current = Date.now();
    };
    element?.addEventListener('pointermove', note, { passive: true });
    return () => element?.removeEventListener('pointermove', note);
  }, []);

  const isRead = () => {
    const element = list.current;
    if (!element) return false;
    const isPointedAt = Date.now() - pointedAt.current < RECENTLY_MS && element.matches(':hover');
    return isPointedAt || element.querySelector(':focus') !== null || element.getBoundingClientRect().top < 0;
  };
  return { list, isRead };
}
