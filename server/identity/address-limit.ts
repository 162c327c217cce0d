import { networkOf } from './network-of.ts';

/** Tells after how many seconds an address may try again, or undefined when it may now. */
export type AddressLimit = (address: string) => number | undefined;

const hour = 60 * 60 * 1000;
/** How many addresses are known at most; past that, the one that came first is forgotten. */
const remembered = 10_000;

/** Allows each address (of IPv6, each /64) so many calls, counted in a window that begins with its first call. */
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
    // Windows are as long as each other: a map that keeps its order has those that end first in front.
    windows.delete(network);
    for (const [key, { endsAt }] of windows) {
      if (endsAt > at && windows.size < remembered) break;
      windows.delete(key);
    }
    windows.set(network, { count: 1, endsAt: at + window });
    return undefined;
  };
}
