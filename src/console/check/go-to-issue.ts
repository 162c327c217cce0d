import type { FieldIssue } from './issues.ts';

/** Shows the field of the form that an issue is about, and puts the focus there. */
export function goToIssue(form: HTMLElement | null, issue: FieldIssue, key: string): void {
  const place = issue.in === 'body' ? findInBody(form, issue.pointer) : find(form, 'field', key);
  const area = place?.closest('[data-editor]')?.querySelector('textarea');
  const control = area ?? place?.querySelector<HTMLElement>('input:not([type="checkbox"]), select, textarea, button');
  control?.focus({ preventScroll: true });
  const { start, end } = place?.dataset ?? {};
  if (area && start !== undefined) area.setSelectionRange(Number(start), Number(end));
  (place ?? control)?.scrollIntoView({ block: 'center' });
}

/** The field of a body, or what is around a field that is missing. */
function findInBody(form: HTMLElement | null, pointer: string): HTMLElement | null {
  for (let place = pointer; ; place = place.slice(0, place.lastIndexOf('/'))) {
    const found = find(form, 'pointer', place);
    if (found || place === '') return found ?? form?.querySelector<HTMLElement>('[data-editor]') ?? null;
  }
}

function find(form: HTMLElement | null, name: string, value: string): HTMLElement | null {
  return form?.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(value)}"]`) ?? null;
}
