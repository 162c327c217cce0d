import { fixedWindow } from '../dialect/limits/fixed-window.ts';
import type { LimitStates } from '../dialect/limits/limit-states.ts';
import { networkOf } from './network-of.ts';

/** Resolves to the seconds until an address may try again, or to undefined when it may now. */
export type AddressLimit = (address: string) => Promise<number | undefined>;

interface Options {
  limitStates: LimitStates;
  /** Real time, in milliseconds. */
  now: () => number;
  /** What is counted; limits of one name share their counts, on all servers. */
  name: string;
  /** How many calls a window allows. */
  calls: number;
  /** Default: an hour. */
  seconds?: number;
}

/** Allows each address (each /64 for IPv6) a number of calls per window, which starts in the second of its first call. */
export function createAddressLimit({ limitStates, now, name, calls, seconds = 3600 }: Options): AddressLimit {
  const limiter = fixedWindow({ requests: calls, seconds });
  return async (address) => (await limitStates.take(limiter, `${name} ${networkOf(address)}`, now())).retryAfter;
}
