import { type RefObject, useEffect, useRef } from 'react';

/** Of a link in the navigation: scrolls the list it is in, and nothing else, so that the current page is in view. */
export function useInView(isCurrent: boolean): RefObject<HTMLAnchorElement | null> {
  const ref = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!isCurrent) return;
    // The menu of narrow windows opens after its links are there.
    const frame = requestAnimationFrame(() => ref.current && showInList(ref.current));
    return () => cancelAnimationFrame(frame);
  }, [isCurrent]);
  return ref;
}

/** What of the list's ends does not count as in view: the field for filtering is over its first lines. */
const margin = 64;

function showInList(link: HTMLElement): void {
  const list = link.closest('.menu, dialog');
  if (!list) return;
  const around = list.getBoundingClientRect();
  const own = link.getBoundingClientRect();
  const isInView = own.top >= around.top + margin && own.bottom <= around.bottom - margin;
  // A third of the way down: what follows is wanted more often than what comes before.
  if (!isInView) list.scrollTop += own.top - around.top - around.height / 3;
}
