import type { ExampleRequest } from '../../server/openapi/examples.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import {
  type ParameterValue,
  serializeHeaderParameter,
  serializePathParameter,
  serializeQueryParameter,
} from '../../src/console/serialize-parameter.ts';

interface SampleAddress {
  /** Path and query, relative to the API's base path. */
  address: string;
  headers: { name: string; value: string }[];
  cookies: string[];
}

/** Serializes the example's parameters like the console does. */
export function sampleAddress(operation: Operation, example: ExampleRequest): SampleAddress {
  let path = operation.path;
  const query: string[] = [];
  const headers: SampleAddress['headers'] = [];
  const cookies: string[] = [];
  for (const parameter of operation.parameters) {
    const given = example[parameter.in][parameter.name];
    if (given === undefined) continue;
    const value = parameter.content ? JSON.stringify(given) : toParameterValue(given);
    if (parameter.in === 'path')
      path = path.replaceAll(`{${parameter.name}}`, serializePathParameter(parameter, value));
    else if (parameter.in === 'query') query.push(...serializeQueryParameter(parameter, value));
    else if (parameter.in === 'cookie') cookies.push(...serializeQueryParameter(parameter, value));
    else headers.push({ name: parameter.name, value: serializeHeaderParameter(parameter, value) });
  }
  return { address: query.length > 0 ? `${path}?${query.join('&')}` : path, headers, cookies };
}

function toParameterValue(value: unknown): ParameterValue {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toParameterValue(item)]));
}
