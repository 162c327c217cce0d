import type { Texts } from '../../answers/texts.ts';
import { type IpAddress, type IpRange, isInRange, parseRange } from '../../net/ip-address.ts';

/** Blocked ranges and the reason. */
interface Blocked {
  texts: Texts;
  ranges: IpRange[];
}

const blocked = [
  block('the unspecified address', 'o endereço não especificado', '0.0.0.0/8', '::/128'),
  block('an address of this machine (loopback)', 'um endereço desta máquina (loopback)', '127.0.0.0/8', '::1/128'),
  block(
    'an address of a private network',
    'um endereço de rede privada',
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    'fc00::/7',
    'fec0::/10',
  ),
  block(
    'a link-local address, where cloud providers serve metadata',
    'um endereço link-local, onde provedores de nuvem servem metadados',
    '169.254.0.0/16',
    'fe80::/10',
  ),
  block('a shared address of a provider (CGNAT)', 'um endereço compartilhado de um provedor (CGNAT)', '100.64.0.0/10'),
  block('a multicast address', 'um endereço de multicast', '224.0.0.0/4', 'ff00::/8'),
  block(
    'an address reserved for documentation',
    'um endereço reservado para documentação',
    '192.0.2.0/24',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '2001:db8::/32',
    '3fff::/20',
  ),
  block(
    'an address that maps to another one (translation or tunnel)',
    'um endereço mapeado para outro (tradução ou túnel)',
    '192.88.99.0/24',
    '::ffff:0:0/96',
    '::ffff:0:0:0/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '2001::/32',
    '2002::/16',
  ),
  block(
    'an address reserved for special use',
    'um endereço reservado para uso especial',
    '192.0.0.0/24',
    '198.18.0.0/15',
    '240.0.0.0/4',
    '2001::/23',
  ),
];

/** Public IPv6 addresses are allocated only from this range. */
const globalUnicast = parseRange('2000::/3') as IpRange;
const outside: Texts = {
  en: 'an address outside the public internet',
  pt: 'um endereço fora da internet pública',
};

/** Why webhooks to an address are blocked; undefined for an address of the public internet. */
export function whyBlocked(address: IpAddress): Texts | undefined {
  const found = blocked.find(({ ranges }) => ranges.some((range) => isInRange(address, range)));
  if (found) return found.texts;
  return address.kind() === 'ipv6' && !isInRange(address, globalUnicast) ? outside : undefined;
}

function block(en: string, pt: string, ...ranges: string[]): Blocked {
  return { texts: { en, pt }, ranges: ranges.map((text) => parseRange(text) as IpRange) };
}
