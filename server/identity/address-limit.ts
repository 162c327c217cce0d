import { networkOf } from './network-of.ts';

/** Returns the seconds until an address may try again, or undefined when it may now. */
export type AddressLimit = (address: string) => number | undefined;

const hour = 60 * 60 * 1000;
/** How many addresses are tracked at most; past that, the oldest is forgotten. */
const remembered = 10_000;

/** Allows each address (each /64 for IPv6) a number of calls per window, which starts with its first call. */
export function createAddressLimit(calls: number, now: () => number, window = hour): AddressLimit {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return (address) => {
    const at = now();
    const network = networkOf(address);
    const known = windows.get(network);
    if (known && known.endsAt > at) {
      if (known.count >= calls) return Math.ceil((known.endsAt - at) / 1000);
      known.count++;
      return undefined;
    }
    // Windows have one length, and a Map keeps insertion order, so those that end first come first.
    windows.delete(network);
    for (const [key, { endsAt }] of windows) {
      if (endsAt > at && windows.size < remembered) break;
      windows.delete(key);
    }
    windows.set(network, { count: 1, endsAt: at + window });
    return undefined;
  };
}
