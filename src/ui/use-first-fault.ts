import { type RefObject, useEffect, useRef } from 'react';

/** After a failed submit, focuses the first invalid field, or the form's own error message if no field is invalid. */
export function useFirstFault(error: unknown): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid], [role="alert"]')?.focus();
  }, [error]);
  return form;
}
