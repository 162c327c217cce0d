import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import { type IpAddress, type IpRange, isInRange, parseRange } from '../../net/ip-address.ts';

/** Blocked ranges and the reason. */
interface Blocked {
  texts: Texts;
  ranges: IpRange[];
}

const blocked = [
  block(say('webhooks.blocked.unspecified'), '0.0.0.0/8', '::/128'),
  block(say('webhooks.blocked.loopback'), '127.0.0.0/8', '::1/128'),
  block(say('webhooks.blocked.private'), '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', 'fec0::/10'),
  block(say('webhooks.blocked.link-local'), '169.254.0.0/16', 'fe80::/10'),
  block(say('webhooks.blocked.shared'), '100.64.0.0/10'),
  block(say('webhooks.blocked.multicast'), '224.0.0.0/4', 'ff00::/8'),
  block(
    say('webhooks.blocked.documentation'),
    '192.0.2.0/24',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '2001:db8::/32',
    '3fff::/20',
  ),
  block(
    say('webhooks.blocked.translated'),
    '192.88.99.0/24',
    '::ffff:0:0/96',
    '::ffff:0:0:0/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '2001::/32',
    '2002::/16',
  ),
  block(say('webhooks.blocked.reserved'), '192.0.0.0/24', '198.18.0.0/15', '240.0.0.0/4', '2001::/23'),
];

/** Public IPv6 addresses are allocated only from this range. */
const globalUnicast = parseRange('2000::/3') as IpRange;
const outside: Texts = say('webhooks.outside');

/** Why webhooks to an address are blocked; undefined for an address of the public internet. */
export function whyBlocked(address: IpAddress): Texts | undefined {
  const found = blocked.find(({ ranges }) => ranges.some((range) => isInRange(address, range)));
  if (found) return found.texts;
  return address.kind() === 'ipv6' && !isInRange(address, globalUnicast) ? outside : undefined;
}

function block(texts: Texts, ...ranges: string[]): Blocked {
  return { texts, ranges: ranges.map((text) => parseRange(text) as IpRange) };
}
