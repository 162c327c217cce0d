import type { BuiltRequest } from '../exchange/built-request.ts';
import { plannedDrop } from './simulation.ts';

/** Why a call has no answer, as far as a browser can know. */
export type FailureReason =
  | { kind: 'cancelled' }
  | { kind: 'timeout' }
  | { kind: 'offline' }
  /** The connection broke as the call asked for. */
  | { kind: 'dropped'; moment: 'before' | 'after' }
  /** A secure page may not call a plain http address. */
  | { kind: 'mixed-content'; origin: string }
  /** The server is there, but the browser did not hand over its answer. */
  | { kind: 'blocked'; origin: string; pageOrigin: string }
  | { kind: 'unreachable'; origin: string }
  /** The browser refuses to send such a request at all. */
  | { kind: 'refused'; message: string };

async function answersAtAll(origin: string): Promise<boolean> {
  try {
    // Without CORS the answer cannot be read, but that there is one can be seen.
    await fetch(`${origin}/livez`, { mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(4000) });
    return true;
  } catch {
    return false;
  }
}

/** Finds out why a request brought no answer: browsers say the same sentence for every reason. */
export async function findFailureReason(request: BuiltRequest, error: Error): Promise<FailureReason> {
  const { origin, protocol } = new URL(request.url);
  if (request.body && ['GET', 'HEAD'].includes(request.method)) return { kind: 'refused', message: error.message };
  if (globalThis.navigator?.onLine === false) return { kind: 'offline' };
  const moment = plannedDrop(request);
  if (moment) return { kind: 'dropped', moment };
  const page = globalThis.location;
  if (page?.protocol === 'https:' && protocol === 'http:') return { kind: 'mixed-content', origin };
  if (page && page.origin !== origin && (await answersAtAll(origin))) {
    return { kind: 'blocked', origin, pageOrigin: page.origin };
  }
  return { kind: 'unreachable', origin };
}
