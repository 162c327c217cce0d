import type { EnumText, Schema } from '../documents/operation-data.ts';
import { isSame, type Rules } from './merge-schemas.ts';

/** Something that a schema says of a value besides its type, its texts and its parts. */
export type Fact =
  | { kind: 'const' | 'default' | 'pattern' | 'requires' | 'encoding' | 'mediaType' | 'examples'; values: unknown[] }
  | { kind: 'enum'; values: unknown[]; texts: EnumText[] }
  | { kind: 'limits'; schemas: Schema[] }
  | { kind: 'never' }
  | { kind: 'others' | 'furtherItems'; accepted: boolean }
  | { kind: 'docs'; url: string; text: string };

const limits = new Set(
  [
    'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems',
    'minProperties maxProperties',
  ].flatMap((line) => line.split(' ')),
);

/** Whether no value is accepted, as `false` is read. */
export function isNever({ not }: Schema): boolean {
  return (not as unknown) === true || isSame(not, {});
}

/** Characters of a default that may stand beside the name of its field. */
const brief = 24;

/** Whether a fact of a field stands beside its name, instead of in a line of its own. */
export function isBrief(fact: Fact): boolean {
  if (fact.kind !== 'default') return fact.kind === 'limits';
  const [value] = fact.values;
  return fact.values.length === 1 && (JSON.stringify(value) ?? '').length <= brief;
}

/** What is said of a value, in the order in which it is shown. */
export function factsOf({ schema, also }: Rules): Fact[] {
  const all = [schema, ...also];
  const valuesOf = (keyword: string) => all.flatMap((each) => (keyword in each ? [each[keyword]] : []));
  const listed = (kind: 'const' | 'default' | 'pattern' | 'encoding' | 'mediaType', values: unknown[]): Fact[] =>
    values.length > 0 ? [{ kind, values }] : [];
  const limited = all.filter((each) => Object.keys(each).some((keyword) => limits.has(keyword)));
  const missing = (schema.required ?? []).filter((name) => !Object.hasOwn(schema.properties ?? {}, name));
  return [
    ...(all.some(isNever) ? [{ kind: 'never' as const }] : []),
    ...listed('const', valuesOf('const')),
    ...(schema.enum ? [{ kind: 'enum' as const, values: schema.enum, texts: schema.enumTexts ?? [] }] : []),
    ...listed('default', valuesOf('default')),
    ...(limited.length > 0 ? [{ kind: 'limits' as const, schemas: limited }] : []),
    ...listed('pattern', valuesOf('pattern')),
    ...listed('encoding', valuesOf('contentEncoding')),
    ...listed('mediaType', valuesOf('contentMediaType')),
    ...(missing.length > 0 ? [{ kind: 'requires' as const, values: missing }] : []),
    ...acceptance('others', schema, ['additionalProperties', 'unevaluatedProperties']),
    ...acceptance('furtherItems', schema, schema.prefixItems ? ['items', 'unevaluatedItems'] : ['unevaluatedItems']),
    ...examples(schema),
    ...docs(schema),
  ];
}

/** Whether a value may have parts that are not named; where a schema says what they are, they are shown as fields. */
function acceptance(kind: 'others' | 'furtherItems', schema: Schema, keywords: string[]): Fact[] {
  const said = keywords.map((keyword) => schema[keyword]).filter((value) => value !== undefined);
  if (said.some((value) => value === false || isSame(value, { not: {} }))) return [{ kind, accepted: false }];
  return said.some((value) => value === true || isSame(value, {})) ? [{ kind, accepted: true }] : [];
}

/** The values of an enum are examples enough. */
function examples(schema: Schema): Fact[] {
  const values = Array.isArray(schema.examples) ? schema.examples : 'example' in schema ? [schema.example] : [];
  return values.length > 0 && !schema.enum && !('const' in schema) ? [{ kind: 'examples', values }] : [];
}

function docs({ externalDocs }: Schema): Fact[] {
  const { url, description } = externalDocs ?? {};
  return url !== undefined && /^https?:\/\//i.test(url) ? [{ kind: 'docs', url, text: description || url }] : [];
}
