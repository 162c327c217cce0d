import type { BuiltRequest } from '../../wire/built-request.ts';
import { plannedDrop } from './simulation.ts';

/** Why a call has no response, as far as a browser can know. */
export type FailureReason =
  | { kind: 'cancelled' }
  | { kind: 'timeout' }
  | { kind: 'offline' }
  /** The connection was dropped, as the call requested. */
  | { kind: 'dropped'; moment: 'before' | 'after' }
  /** A secure page may not call a plain http address. */
  | { kind: 'mixed-content'; origin: string }
  /** The server is reachable, but the browser withheld its response. */
  | { kind: 'blocked'; origin: string; pageOrigin: string }
  | { kind: 'unreachable'; origin: string }
  /** The browser refuses to send such a request. */
  | { kind: 'refused'; message: string };

/** What a page has besides what every program has. */
type Surroundings = { navigator?: { onLine?: boolean }; location?: { origin: string; protocol: string } };

async function isReachable(origin: string): Promise<boolean> {
  try {
    // Without CORS the response is opaque, but it proves that the server is there.
    await fetch(`${origin}/livez`, { mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(4000) });
    return true;
  } catch {
    return false;
  }
}

/** Finds out why a request failed: browsers report the same error for every reason. */
export async function findFailureReason(request: BuiltRequest, error: Error): Promise<FailureReason> {
  const { origin, protocol } = new URL(request.url);
  if (request.body && ['GET', 'HEAD'].includes(request.method)) return { kind: 'refused', message: error.message };
  const { navigator, location: page } = globalThis as Surroundings;
  if (navigator?.onLine === false) return { kind: 'offline' };
  const moment = plannedDrop(request);
  if (moment) return { kind: 'dropped', moment };
  if (page?.protocol === 'https:' && protocol === 'http:') return { kind: 'mixed-content', origin };
  if (page && page.origin !== origin && (await isReachable(origin))) {
    return { kind: 'blocked', origin, pageOrigin: page.origin };
  }
  return { kind: 'unreachable', origin };
}
