import type { Operator } from '../dialect/filters/condition.ts';
import type { OpenApiDocument, Parameter, Schema } from '../openapi/document-types.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { isAlsoPlain } from './asked-parameters.ts';
import { plain } from './names.ts';

/** A parameter that bounds a property of the records: `created[gte]`, `updated_since`, `min_amount`, `inicio` and `fim`. */
export interface RangeFilter {
  parameter: string;
  /** The property of a parameter that is an object: `gte`. */
  part?: string;
  property: string;
  operator: Operator;
}

const bounds: [RegExp, Operator][] = [
  [/^(gte|ge|from|since|min|minimum|start|starting|begin|inicio|inicial|desde|de|minimo|>=)$/, 'gte'],
  [/^(gt|after|apos|depois|>)$/, 'gt'],
  [/^(lte|le|to|until|max|maximum|end|ending|fim|final|ate|maximo|<=)$/, 'lte'],
  [/^(lt|before|antes|<)$/, 'lt'],
];

/** What is left of a name that bounds the time of a record, whatever it calls that. */
const anyTime = /^(|date|time|datetime|timestamp|day|period|range|data|datahora|dia|periodo|fecha|hora)$/;

/** The properties that tell when a record came to be, the likeliest first. */
const times = [
  /^(created|creat(ed|ion)(at|on|date|time|datetime|timestamp|utc)|datecreated|inserted(at|on)|criad[oa]em|data(de)?criacao|criacao|fechacreacion)$/,
  /^(date|time|timestamp|datetime|occurred(at|on)|data|horario|datahora|fecha)$/,
];

/** The ranges that a list's parameters ask for; `taken` are those of its pages, `filters` those that are compared as they are. */
export function inferRanges(
  document: OpenApiDocument,
  parameters: Parameter[],
  { shown, taken = [], filters }: { shown: (Schema | undefined)[]; taken?: string[]; filters: Record<string, string> },
): RangeFilter[] {
  const properties = shown.flatMap((schema) => propertiesOf(document, schema));
  const known = new Set(parameters.map(({ name }) => name));
  return parameters.flatMap((parameter): RangeFilter[] => {
    const { in: place, name, schema } = parameter;
    if (place !== 'query' || taken.includes(name)) return [];
    const own = findProperty(properties, plain(name));
    const parts = own
      ? Object.keys(shapeOf(document, schema).properties).filter((part) => !known.has(`${name}[${part}]`))
      : [];
    const inside = parts.flatMap((part) => {
      const operator = operatorOf(part.toLowerCase());
      return own && operator ? [{ parameter: name, part, property: own, operator }] : [];
    });
    // `created` alone may be the moment itself.
    const exact = !Object.hasOwn(filters, name) && isAlsoPlain(document, schema) ? own : undefined;
    if (inside.length > 0) return exact ? [...inside, { parameter: name, property: exact, operator: 'eq' }] : inside;
    const bound = Object.hasOwn(filters, name) ? undefined : splitName(name);
    if (!bound) return [];
    const { stem, operator } = bound;
    const isOfTime = anyTime.test(stem) && isTime(document, parameter);
    const property = (stem !== '' && findProperty(properties, stem)) || (isOfTime && findTime(properties)) || undefined;
    return property ? [{ parameter: name, property, operator }] : [];
  });
}

/** A name without the word that makes it a bound, wherever it stands. */
function splitName(name: string): { stem: string; operator: Operator } | undefined {
  const signed = /^([^<>=]+)([<>]=?)$/.exec(name);
  const words = signed
    ? [signed[1] as string, signed[2] as string]
    : name
        .replace(/([a-z\d])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
  for (const at of [words.length - 1, 0]) {
    const operator = operatorOf(words[at] ?? '');
    if (operator) return { stem: plain(words.toSpliced(at, 1).join('')), operator };
  }
  return undefined;
}

/** The operator of a bound by its own name: `gte`, `start_at`. */
export function readBound(name: string): Operator | undefined {
  const bound = splitName(name);
  return bound && (anyTime.test(bound.stem) || bound.stem === 'at') ? bound.operator : undefined;
}

function operatorOf(word: string): Operator | undefined {
  return bounds.find(([pattern]) => pattern.test(word))?.[1];
}

interface Property {
  /** Its dotted name. */
  name: string;
  word: string;
  isTime: boolean;
}

/** What a record can be compared by; inside its objects, only times. */
function propertiesOf(document: OpenApiDocument, schema: Schema | undefined): Property[] {
  return Object.entries(shapeOf(document, schema).properties).flatMap(([name, own]): Property[] => {
    const { types, properties } = shapeOf(document, own);
    if (!types.has('object')) return types.has('array') ? [] : [propertyOf(name, own)];
    return Object.entries(properties)
      .map(([below, each]) => ({ ...propertyOf(below, each), name: `${name}.${below}` }))
      .filter(({ isTime }) => isTime);
  });
}

function propertyOf(name: string, { format = '' }: Schema): Property {
  const word = plain(name);
  return { name, word, isTime: /^(date|unix|timestamp)/.test(format) || times.some((pattern) => pattern.test(word)) };
}

/** `created` is `created_at`, too. */
function findProperty(properties: Property[], stem: string): string | undefined {
  const names = [
    stem,
    ...['at', 'on', 'date', 'time', 'utc', 'em'].map((end) => stem + end),
    `date${stem}`,
    `data${stem}`,
  ];
  const found = names.map((name) => properties.find(({ word }) => word === name)).find(Boolean);
  return found?.name;
}

function findTime(properties: Property[]): string | undefined {
  const usual = times.map((pattern) => properties.find(({ word }) => pattern.test(word))).find(Boolean);
  const all = new Set(properties.filter(({ isTime }) => isTime).map(({ name }) => name));
  return usual?.name ?? (all.size === 1 ? [...all][0] : undefined);
}

function isTime(document: OpenApiDocument, { name, schema, description = '' }: Parameter): boolean {
  const { format = '', example } = schema ?? {};
  const isText = !shapeOf(document, schema).types.has('boolean');
  const tells =
    /dat[ea]|time|since|until|inicio|fim|hora|fecha|desde/i.test(name) ||
    /\b(date|time|timestamp|data|ISO 8601)\b/i.test(description);
  return isText && (/^(date|unix|timestamp)/.test(format) || /^\d{4}-\d\d/.test(String(example ?? '')) || tells);
}
