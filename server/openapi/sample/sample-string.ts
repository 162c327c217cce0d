import { JS, NFA, Words } from 'refa';
import type { Schema } from '../document-types.ts';
import { readPattern } from '../pattern.ts';
import { wordsOf } from './words-of.ts';

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

/** A text for a schema, from its format, else its pattern, within its length limits. */
export function sampleString(schema: Schema): string {
  const minLength = typeof schema.minLength === 'number' ? Math.min(schema.minLength, longest) : 0;
  const maxLength = typeof schema.maxLength === 'number' ? schema.maxLength : Number.POSITIVE_INFINITY;
  const { pattern } = schema;
  const known = [(schema.format !== undefined && formats[schema.format]) || []].flat();
  // The same time can be written in several lengths.
  const ofFormat = known.find(({ length }) => length >= minLength && length <= maxLength) ?? known[0];
  const plain = ofFormat ?? fitLength('string', minLength, maxLength);
  if (typeof pattern !== 'string' || matches(pattern, plain)) return plain;
  return findMatch(pattern, minLength, maxLength) ?? plain;
}

function fitLength(text: string, minLength: number, maxLength: number): string {
  const long = text.length < minLength ? text.repeat(Math.ceil(minLength / text.length)) : text;
  return long.slice(
    0,
    Math.max(minLength, Math.min(maxLength, long.length < text.length ? text.length : minLength || text.length)),
  );
}

function matches(pattern: string, text: string): boolean {
  return readPattern(pattern)?.test(text) ?? true;
}

const wordLimit = 400;
const nodeLimit = 20_000;
/** Patterns whose minimum length is greater are not searched. */
const longestMatch = 1000;

/** Tries the shortest texts that a pattern accepts and that are long enough, in order of length. */
function findMatch(pattern: string, minLength: number, maxLength: number): string | undefined {
  const regExp = readPattern(pattern)?.regExp;
  if (!regExp || minLength > longestMatch) return undefined;
  try {
    let tried = 0;
    for (const words of wordsOf(automatonOf(regExp), minLength)) {
      const text = String.fromCodePoint(...Words.pickMostReadableWord(words));
      if (text.length <= maxLength && matches(pattern, text)) return text;
      if (++tried > wordLimit || text.length > maxLength) break;
    }
  } catch {
    // The pattern is too large; the caller validates the sample anyway.
  }
  return undefined;
}

function automatonOf(regExp: RegExp): NFA {
  const { expression, maxCharacter } = JS.Parser.fromLiteral(regExp).parse({
    assertions: 'ignore',
    backreferences: 'disable',
    maxNodes: nodeLimit,
  });
  return NFA.fromRegex(expression, { maxCharacter }, {}, new NFA.LimitedNodeFactory(nodeLimit));
}
