import type { Schema } from '../document-types.ts';
import { findMatches, matches } from './match-pattern.ts';

/** Sample texts for the formats of JSON Schema 2020-12, OpenAPI's registry, and Brazilian documents. */
const formats: Record<string, string | string[]> = {
  'date-time': [
    '2026-01-15T12:00:00Z',
    '2026-01-15T12:00:00.000Z',
    '2026-01-15T12:00:00+00:00',
    '2026-01-15T12:00:00.000+00:00',
  ],
  date: '2026-01-15',
  time: ['12:00:00Z', '12:00:00.000Z', '12:00:00+00:00'],
  duration: 'P3D',
  email: 'user@example.com',
  'idn-email': 'user@example.com',
  hostname: 'example.com',
  'idn-hostname': 'example.com',
  ipv4: '192.168.0.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  iri: 'https://example.com/',
  url: 'https://example.com/',
  'uri-reference': '/example',
  'iri-reference': '/example',
  'uri-template': '/example/{id}',
  uuid: '497f6eca-6276-4993-bfeb-53cbbbba6f08',
  'json-pointer': '/example',
  'relative-json-pointer': '1/example',
  regex: '^[a-z]+$',
  byte: 'ZXhhbXBsZQ==',
  binary: 'example',
  password: 'pa$$word',
  cpf: '52998224725',
  cnpj: '11222333000181',
  cep: '01310-100',
  'date-or-minute': '2026-01-15',
};

/** The maximum length of a sample, whatever a schema requires. */
const longest = 100_000;

/** A text for a schema, from its format or encoding, else its pattern, within its length limits. */
export function sampleString(schema: Schema): string {
  return sampleStrings(schema, 1)[0] ?? '';
}

/** Different texts for a schema; fewer than asked for where it allows no more, or where there are none to be found. */
export function sampleStrings(schema: Schema, count: number): string[] {
  const minLength = typeof schema.minLength === 'number' ? Math.min(schema.minLength, longest) : 0;
  const maxLength = typeof schema.maxLength === 'number' ? schema.maxLength : Number.POSITIVE_INFINITY;
  const { pattern } = schema;
  const format = schema.format ?? (/^base64(url)?$/i.test(String(schema.contentEncoding)) ? 'byte' : undefined);
  const known = [(format !== undefined && formats[format]) || []].flat();
  // The same time can be written in several lengths.
  const ofFormat = known.find(({ length }) => length >= minLength && length <= maxLength) ?? known[0];
  const plain = ofFormat ?? fitLength('string', minLength, maxLength);
  if (typeof pattern !== 'string') return count === 1 ? [plain] : numbered(plain, format, count, maxLength);
  if (count === 1 && matches(pattern, plain)) return [plain];
  const found = findMatches(pattern, { minLength, maxLength, count });
  return found.length > 0 ? found : [plain];
}

/** The same text with numbers at its end; a format may take digits only in place of others. */
function numbered(text: string, format: string | undefined, count: number, maxLength: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return text;
    const number = String(index + 1);
    const start = format !== undefined || text.length + number.length > maxLength ? -number.length : undefined;
    return text.slice(0, start) + number;
  });
}

function fitLength(text: string, minLength: number, maxLength: number): string {
  const long = text.length < minLength ? text.repeat(Math.ceil(minLength / text.length)) : text;
  return long.slice(
    0,
    Math.max(minLength, Math.min(maxLength, long.length < text.length ? text.length : minLength || text.length)),
  );
}
