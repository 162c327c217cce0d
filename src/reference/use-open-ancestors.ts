import { useLocation } from '@docusaurus/router';
import { useEffect } from 'react';

/** Expands the ancestors of the element that the address links to, so that deep links and search results show their target. */
export function useOpenAncestors(): void {
  const location = useLocation();
  useEffect(() => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let element: Element | null = target; element; element = element.parentElement) {
      if (element instanceof HTMLDetailsElement) element.open = true;
    }
    target.scrollIntoView();
  }, [location]);
}
