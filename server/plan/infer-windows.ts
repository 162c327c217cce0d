import type { OpenApiDocument, Parameter, Schema } from '../openapi/document-types.ts';
import { flattenSchema } from '../openapi/sample/flatten-schema.ts';
import { shapeOf } from '../openapi/schema-shape.ts';
import { plain } from './names.ts';
import type { TimeWindow } from './plan-types.ts';

const starts = 'after|since|from|gte|gt|start|begin|min|desde|inicio|inicial|de';
const ends = 'before|until|till|to|lte|lt|end|max|ate|fim|final';
const times = '(?:date|time|datetime|timestamp|at|on|data)?';
const sides: [TimeWindow['operator'], RegExp[]][] = [
  ['gte', windowNames(starts)],
  ['lte', windowNames(ends)],
];
const usual = [
  /^(created|creation|criad|criac|datacriac|datecreated|inserted)/,
  /^(date|data|timestamp|time|datetime|occurredat|issuedat)$/,
];

/**
 * Parameters that begin or end a period, and the time of a record that it is of: `created_after`, `created[gte]`, `since`, `endDate`,
 * `inicio`. Where they name no time, it is that of the creation.
 */
export function inferWindows(
  document: OpenApiDocument,
  parameters: Parameter[],
  { shown, taken }: { shown: (Schema | undefined)[]; taken: string[] },
): Record<string, TimeWindow> {
  const known = shown.flatMap((schema) => timesIn(document, schema));
  if (known.length === 0) return {};
  const found = parameters.flatMap(({ in: place, name, schema }): [string, TimeWindow][] => {
    if (
      place !== 'query' ||
      taken.includes(name) ||
      /array|object|boolean/.test([...shapeOf(document, schema).types].join())
    )
      return [];
    const [operator, word] = readSide(plain(name)) ?? [];
    const property = operator && findTime(known, word ?? '');
    return property === undefined || operator === undefined ? [] : [[name, { property, operator }]];
  });
  return Object.fromEntries(found);
}

function windowNames(words: string): RegExp[] {
  return [new RegExp(`^(.*?)(?:${words})${times}$`), new RegExp(`^(?:${words})(.*)$`)];
}

/** Whether a name begins or ends a period, and what is left of it. */
function readSide(name: string): [TimeWindow['operator'], string] | undefined {
  for (const [operator, patterns] of sides)
    for (const pattern of patterns) {
      const match = pattern.exec(name);
      if (match) return [operator, match[1] ?? ''];
    }
  return undefined;
}

/** The times of a record, by dotted name; also those in an object of it. */
function timesIn(document: OpenApiDocument, schema: Schema | undefined, path = '', depth = 0): string[] {
  return Object.entries(shapeOf(document, schema).properties).flatMap(([name, property]) => {
    const own = `${path}${name}`;
    const { types } = shapeOf(document, property);
    if (types.has('object')) return depth === 0 ? timesIn(document, property, `${own}.`, 1) : [];
    return isTime(document, name, property) ? [own] : [];
  });
}

function isTime(document: OpenApiDocument, name: string, property: Schema): boolean {
  const { types } = shapeOf(document, property);
  const { format = '' } = flattenSchema(document, property).schema;
  if (types.has('string')) return /^date/.test(format);
  return types.has('integer') && /(_at|At|_time|Time|timestamp|^created|^updated)$/.test(name);
}

function findTime(known: string[], word: string): string | undefined {
  const lastOf = (name: string) => plain(name.split('.').at(-1) ?? '');
  const bare = word.replace(/(date|time|datetime|timestamp|at|on)$/, '');
  if (bare !== '')
    return known.find((name) =>
      [word, bare, `${bare}at`, `${bare}date`, `${bare}time`, `${bare}on`, `date${bare}`].includes(lastOf(name)),
    );
  return usual.map((pattern) => known.find((name) => pattern.test(lastOf(name)))).find((name) => name !== undefined);
}
