import { useLocation } from '@docusaurus/router';
import { useEffect } from 'react';

/** Opens the folds around the place that the address points at, so that a deep link, or a result of the search, shows what it names. */
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
