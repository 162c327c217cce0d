import { type RefObject, useEffect, useRef } from 'react';

/** Of a form that was refused, the first field that is wrong gets the focus; where none is, what is said about the whole. */
export function useFirstFault(error: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid], [role="alert"]')?.focus();
  }, [error]);
  return form;
}
