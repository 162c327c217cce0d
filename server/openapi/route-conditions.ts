import type { Operation } from './operations.ts';

/** The parts of a request that can distinguish operations with the same address. */
export interface RoutedRequest {
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
}

/** A parameter that a request must contain to select an operation; without `value`, any value matches. */
export interface RouteCondition {
  in: 'query' | 'header';
  name: string;
  value?: string;
  /** The path parameter that stands for the value, in paths such as `/rides?page={page}`. */
  parameter?: string;
}

/** Reads the conditions in a path such as `/tags#tagKeys` or `/#Action=ListUsers`: RPC APIs have many operations at one address. */
export function readConditions({ path, parameters }: Operation): RouteCondition[] {
  const [, text] = /[#?](.*)$/s.exec(path) ?? [];
  if (!text) return [];
  return [...new URLSearchParams(text)].map(([name, value]) => {
    const isHeader = parameters.some((parameter) => parameter.in === 'header' && parameter.name === name);
    const place = isHeader ? 'header' : 'query';
    const parameter = /^\{(.+)\}$/.exec(value)?.[1];
    return { in: place, name, ...(parameter ? { parameter } : value !== '' && { value }) };
  });
}

export function isMet({ in: place, name, value }: RouteCondition, { query, headers }: RoutedRequest): boolean {
  const sent = place === 'query' ? query.getAll(name) : [headers[name.toLowerCase()] ?? []].flat();
  return value === undefined ? sent.length > 0 : sent.includes(value);
}
