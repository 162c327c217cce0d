import { useEffect, useState } from 'react';

/** Which of a page's sections is read: the last one whose heading has passed the upper part of the window. */
export function useSectionInView(ids: string[]): string | undefined {
  const [current, setCurrent] = useState<string>();
  const key = ids.join(' ');
  useEffect(() => {
    const headings = key.split(' ').flatMap((id) => document.getElementById(id) ?? []);
    const find = () => setCurrent(headings.findLast((each) => each.getBoundingClientRect().top < innerHeight / 3)?.id);
    // A heading that gets into the upper part, or above the window, or out of there, is all that can change it.
    const observer = new IntersectionObserver(find, { rootMargin: '9999999px 0px -66%' });
    for (const heading of headings) observer.observe(heading);
    return () => observer.disconnect();
  }, [key]);
  return current;
}
