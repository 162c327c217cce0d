import {
  type ParameterStyle,
  type ParameterValue,
  serializeHeaderParameter,
  serializePathParameter,
  serializeQueryParameter,
} from './serialize-parameter.ts';

/** Where the parameters of a request stand in it. */
export interface PlacedParameters {
  /** The path, filled in, without a query. */
  path: string;
  /** Encoded `name=value` pairs. */
  query: string[];
  headers: [name: string, value: string][];
  cookies: string[];
}

/** Fills a path template and serializes all other parameters, each as its style says. */
export function placeParameters(
  template: string,
  parameters: { parameter: ParameterStyle; value: ParameterValue }[],
): PlacedParameters {
  const inPlace = (place: string) => parameters.filter(({ parameter }) => parameter.in === place);
  const path = new Map(
    inPlace('path').map(({ parameter, value }) => [parameter.name, serializePathParameter(parameter, value)]),
  );
  return {
    path: template.replace(/\{([^}]+)\}/g, (whole, name: string) => path.get(name) ?? whole),
    query: inPlace('query').flatMap(({ parameter, value }) => serializeQueryParameter(parameter, value)),
    headers: inPlace('header').map(({ parameter, value }) => [
      parameter.name,
      serializeHeaderParameter(parameter, value),
    ]),
    cookies: inPlace('cookie').flatMap(({ parameter, value }) => serializeQueryParameter(parameter, value)),
  };
}

/** Adds encoded pairs to an address. */
export function withQuery(address: string, pairs: string[]): string {
  return pairs.length > 0 ? `${address}?${pairs.join('&')}` : address;
}
