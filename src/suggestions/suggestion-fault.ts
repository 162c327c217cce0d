import type { PlatformError } from '../client/platform-error.ts';

/** The field of the form that has to be corrected. */
export interface Fault {
  field: 'text' | 'email' | 'trap';
}

/** The field that the server has refused; undefined if the error is about something else. */
export function findFault(error: PlatformError | undefined): Fault | undefined {
  const pointers = error?.fieldProblems.map(({ pointer }) => pointer) ?? [];
  const field = (['text', 'email'] as const).find((name) => pointers.includes(`#/${name}`));
  return field && { field };
}
