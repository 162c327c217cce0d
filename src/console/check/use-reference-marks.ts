import { useEffect } from 'react';
import { placeOfIssue } from '../../exchange/issue-place.ts';
import type { FieldIssue } from './issues.ts';

/** Marks in the reference beside the console the fields that the server has refused, as far as they are in the page. */
export function useReferenceMarks(issues: FieldIssue[]): void {
  useEffect(() => {
    const wanted = new Set(issues.filter(({ isSaid }) => isSaid).map((issue) => placeOfIssue(issue).toLowerCase()));
    if (wanted.size === 0) return;
    const marked = [...document.querySelectorAll('li[id]')].filter(
      ({ id }) => wanted.has(id.toLowerCase()) || wanted.has(withoutNumbers(id.toLowerCase())),
    );
    for (const field of marked) field.setAttribute('data-refused', '');
    return () => {
      for (const field of marked) field.removeAttribute('data-refused');
    };
  }, [issues]);
}

/** Variants and media types are numbered: `body-2.1.name` is `body.name`. */
function withoutNumbers(id: string): string {
  return id.replace(/[.-]\d+(?=[.-]|$)/g, '');
}
