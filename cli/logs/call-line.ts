import { styleText } from 'node:util';

/** A call as the platform API lists it. */
export interface ListedCall {
  id: string;
  at: string;
  api: string;
  method: string;
  path: string;
  query: string;
  /** Null where the connection was dropped on purpose. */
  status: number | null;
  error_code: string | null;
  duration_ms: number;
}

/** A call in a line; the status has a colour on a terminal, unless NO_COLOR is set. */
export function lineOf({ id, at, method, path, query, status, error_code, duration_ms }: ListedCall): string {
  const time = new Date(at).toTimeString().slice(0, 8);
  const shown = styleText(colourOf(status), String(status ?? '---'));
  const address = printable(path + (query && `?${query}`));
  const duration = `${duration_ms.toFixed(duration_ms < 10 ? 1 : 0)} ms`;
  return [time, shown, method.padEnd(6), address, duration, id, ...(error_code ? [error_code] : [])].join('  ');
}

function colourOf(status: number | null): 'green' | 'yellow' | 'red' | 'cyan' {
  if (status === null || status >= 500) return 'red';
  if (status >= 400) return 'yellow';
  return status >= 300 ? 'cyan' : 'green';
}

/** What callers send must not steer the terminal. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (sign) => encodeURIComponent(sign));
}
