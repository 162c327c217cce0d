import type { ParameterObject, ParameterValue } from './serialize-parameter.ts';

/** A JSON value as the texts of a parameter. No style has a place for what is nested in a list: it is sent as JSON. */
export function parameterValue(json: unknown): ParameterValue {
  if (Array.isArray(json)) return json.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item)));
  if (typeof json === 'object' && json !== null) return objectValue(json);
  return json === null || json === undefined ? '' : String(json);
}

function objectValue(json: object): ParameterObject {
  const entries = Object.entries(json).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]): [string, ParameterValue] => [name, parameterValue(value)]));
}
