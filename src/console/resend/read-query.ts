import type { OperationData, ParameterData } from '../../documents/operation-data.ts';
import { followSchema, parameterInput } from '../parameter-input.ts';

/** The name and value of each parameter of a query, as sent and decoded. */
interface Pair {
  name: string;
  value: string;
  raw: string;
}

const delimiters: Record<string, RegExp> = { form: /,/, spaceDelimited: /%20|\+| /, pipeDelimited: /%7C|\|/i };

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function pairsOf(query: string): Pair[] {
  return query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const equals = pair.indexOf('=');
      const raw = equals < 0 ? '' : pair.slice(equals + 1);
      return { name: decode(equals < 0 ? pair : pair.slice(0, equals)), value: decode(raw), raw };
    });
}

/** Puts the values of a query back into the form's fields; `others` are names that no parameter has. */
export function readQuery(
  query: string,
  operation: OperationData,
): { values: Map<ParameterData, string | string[]>; others: string[] } {
  const pairs = pairsOf(query);
  const used = new Set<Pair>();
  const values = new Map<ParameterData, string | string[]>();
  for (const parameter of operation.parameters.filter((each) => each.in === 'query')) {
    const mine = pairs.filter((pair) => belongs(parameter, pair.name, operation));
    if (mine.length === 0) continue;
    for (const pair of mine) used.add(pair);
    values.set(parameter, textOf(parameter, mine, operation));
  }
  return { values, others: [...new Set(pairs.filter((pair) => !used.has(pair)).map(({ name }) => name))] };
}

function belongs(parameter: ParameterData, name: string, operation: OperationData): boolean {
  if (name === parameter.name) return true;
  if (parameter.style === 'deepObject') return name.startsWith(`${parameter.name}[`);
  const isSpread = parameterInput(parameter, operation.schemas).kind === 'json' && !parameter.mediaType;
  return isSpread && parameter.explode && name in (followSchema(parameter.schema, operation.schemas).properties ?? {});
}

function textOf(parameter: ParameterData, pairs: Pair[], operation: OperationData): string | string[] {
  const { kind } = parameterInput(parameter, operation.schemas);
  const split = delimiters[parameter.style] ?? /,/;
  const parts = () => pairs.flatMap(({ raw }) => raw.split(split).map(decode));
  if (kind === 'list') return parameter.explode ? pairs.map(({ value }) => value) : parts();
  if (kind !== 'json' || parameter.mediaType) return pairs.at(-1)?.value ?? '';
  if (parameter.style === 'deepObject') return JSON.stringify(deepObject(pairs));
  if (parameter.explode) return JSON.stringify(Object.fromEntries(pairs.map(({ name, value }) => [name, value])));
  return JSON.stringify(pairedUp(parts()));
}

interface Nested {
  [name: string]: string | Nested;
}

/** Without a prototype, so that no name in a query means anything. */
function nested(): Nested {
  return Object.create(null);
}

/** `filter[a][b]=1` is `{"a": {"b": "1"}}`. */
function deepObject(pairs: Pair[]): Nested {
  const root = nested();
  for (const { name, value } of pairs) {
    const path = [...name.matchAll(/\[([^\]]*)\]/g)].map(([, part = '']) => part);
    const last = path.pop();
    if (last === undefined) continue;
    let at = root;
    for (const part of path) {
      const known = at[part];
      const inner = typeof known === 'object' ? known : nested();
      at[part] = inner;
      at = inner;
    }
    at[last] = value;
  }
  return root;
}

/** `a,1,b,2` is `{"a": "1", "b": "2"}`. */
function pairedUp(parts: string[]): Record<string, string> {
  return Object.fromEntries(parts.flatMap((name, index) => (index % 2 ? [] : [[name, parts[index + 1] ?? '']])));
}
