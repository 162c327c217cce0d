import { useLocation } from '@docusaurus/router';
import { useEffect } from 'react';
import { findPlace } from './find-place.ts';

/** The ids of fields and of their groups (schema-parts.ts). */
const fieldPlace = /^(body|path|query|header|cookie|response)(-|\.|$)/;

/** Milliseconds in which what is inside of a field has to appear once it is opened. */
const patience = 5000;

function findTarget(wanted: string): HTMLElement | null {
  const exact = document.getElementById(wanted);
  if (exact || !fieldPlace.test(wanted)) return exact;
  const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id).filter((id) => fieldPlace.test(id));
  return document.getElementById(findPlace(wanted, ids) ?? '');
}

/**
 * Expands the ancestors of the element that the address links to, so that deep links and search results show their target. One that
 * is not in the page yet appears when the field around it is opened.
 */
export function useOpenAncestors(): void {
  const location = useLocation();
  useEffect(() => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (wanted === '') return;
    let shown = show(wanted);
    const observer = new MutationObserver(() => {
      const target = findTarget(wanted);
      if (target && target !== shown) shown = show(wanted);
    });
    if (shown?.id !== wanted) observer.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), patience);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [location]);
}

/** Opens what is around the element that is wanted, and scrolls there; where that is only a field around it, opens that as well. */
function show(wanted: string): HTMLElement | null {
  const target = findTarget(wanted);
  if (!target) return null;
  for (let element: Element | null = target; element; element = element.parentElement) {
    if (element instanceof HTMLDetailsElement) element.open = true;
  }
  const inside = target.querySelector<HTMLDetailsElement>(':scope > details');
  if (target.id !== wanted && inside && fieldPlace.test(wanted)) inside.open = true;
  target.scrollIntoView();
  return target;
}
