/** Tells after how many seconds an address may try again, or undefined when it may now. */
export type AddressLimit = (address: string) => number | undefined;

const hour = 60 * 60 * 1000;

/** Allows each address so many calls an hour, counted in a window that begins with its first call. */
export function createAddressLimit(perHour: number, now: () => number): AddressLimit {
  const windows = new Map<string, { count: number; endsAt: number }>();
  return (address) => {
    const at = now();
    const known = windows.get(address);
    if (!known || known.endsAt <= at) {
      if (windows.size >= 10_000) for (const [key, { endsAt }] of windows) if (endsAt <= at) windows.delete(key);
      windows.set(address, { count: 1, endsAt: at + hour });
      return undefined;
    }
    if (known.count >= perHour) return Math.ceil((known.endsAt - at) / 1000);
    known.count++;
    return undefined;
  };
}
