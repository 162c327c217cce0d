import { type IpAddress, type IpRange, isInRange, parseRange } from '../../net/ip-address.ts';

/** Names and address ranges to which webhooks may go although they are outside the public internet. */
export interface AllowedHosts {
  names: Set<string>;
  ranges: IpRange[];
}

/** Reads `WEBHOOK_ALLOWED_HOSTS`: `localhost,receiver.internal,10.20.0.0/16`. Throws an error that names an invalid part. */
export function readAllowedHosts(text: string | undefined): AllowedHosts {
  const parts = (text ?? '').split(',').map((part) => part.trim().toLowerCase());
  const allowed: AllowedHosts = { names: new Set(), ranges: [] };
  for (const part of parts.filter(Boolean)) {
    const range = parseRange(part.replace(/[[\]]/g, ''));
    if (range) allowed.ranges.push(range);
    else if (/^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/.test(part)) allowed.names.add(part);
    else
      throw new Error(
        `WEBHOOK_ALLOWED_HOSTS must be names and ranges such as "localhost,10.20.0.0/16"; "${part}" is neither.`,
      );
  }
  return allowed;
}

export function isAllowedName({ names }: AllowedHosts, host: string): boolean {
  return names.has(host.replace(/\.$/, ''));
}

export function isAllowedAddress({ ranges }: AllowedHosts, address: IpAddress): boolean {
  return ranges.some((range) => isInRange(address, range));
}
