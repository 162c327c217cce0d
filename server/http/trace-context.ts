import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const form = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})(-.*)?$/;

/** The trace that a caller names (W3C Trace Context, 3.2); undefined where it is missing or invalid. */
export function readTrace({ traceparent }: IncomingHttpHeaders): { id: string; flags: string } | undefined {
  if (typeof traceparent !== 'string') return undefined;
  const [, version, id, flags = '00', more] = form.exec(traceparent.trim()) ?? [];
  // Later versions may append fields; version 00 may not.
  if (!id || (version === '00' && more !== undefined)) return undefined;
  return { id, flags: (Number.parseInt(flags, 16) & 1).toString().padStart(2, '0') };
}

/** The caller's trace for the response, with a parent id of this server. */
export function continueTrace(headers: IncomingHttpHeaders): string | undefined {
  const trace = readTrace(headers);
  return trace && `00-${trace.id}-${randomBytes(8).toString('hex')}-${trace.flags}`;
}
