import { useLocation } from '@docusaurus/router';
import { useEffect } from 'react';
import { findPlace } from './find-place.ts';

/** The ids of fields and of their groups (schema-parts.ts). */
const fieldPlace = /^(body|path|query|header|cookie)(-|\.|$)/;

function findField(wanted: string): HTMLElement | null {
  const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id).filter((id) => fieldPlace.test(id));
  return document.getElementById(findPlace(wanted, ids) ?? '');
}

/** Expands the ancestors of the element that the address links to, so that deep links and search results show their target. */
export function useOpenAncestors(): void {
  const location = useLocation();
  useEffect(() => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(wanted) ?? (fieldPlace.test(wanted) ? findField(wanted) : null);
    if (!target) return;
    for (let element: Element | null = target; element; element = element.parentElement) {
      if (element instanceof HTMLDetailsElement) element.open = true;
    }
    target.scrollIntoView();
  }, [location]);
}
