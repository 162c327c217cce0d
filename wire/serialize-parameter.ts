import { percentEncode, percentEncodeReserved } from './percent-encode.ts';

/** A parameter's value as text: one value, a list, or an object's properties (nested only for `deepObject`). */
export type ParameterValue = string | string[] | ParameterObject;
export interface ParameterObject {
  [property: string]: ParameterValue;
}

export interface ParameterStyle {
  name: string;
  in: string;
  style?: string | undefined;
  explode?: boolean | undefined;
  allowReserved?: boolean | undefined;
}

type Encode = (text: string) => string;

const asIs: Encode = (text) => text;

function entriesOf(value: ParameterObject): [string, string][] {
  return Object.entries(value).map(([name, inner]) => [
    name,
    typeof inner === 'string' ? inner : JSON.stringify(inner),
  ]);
}

function flatten(value: string[] | ParameterObject, encode: Encode): string[] {
  const texts = Array.isArray(value) ? value : entriesOf(value).flat();
  return texts.map(encode);
}

function assignments(value: ParameterObject, encode: Encode): string[] {
  return entriesOf(value).map(([name, text]) => `${encode(name)}=${encode(text)}`);
}

/** Serializes a path parameter: styles `simple`, `label` and `matrix`. */
export function serializePathParameter(parameter: ParameterStyle, value: ParameterValue): string {
  const { style = 'simple', explode = false } = parameter;
  const name = percentEncode(parameter.name);
  const matrixName = `;${name}`;
  if (typeof value === 'string') {
    const text = percentEncode(value);
    if (style === 'matrix') return text === '' ? matrixName : `${matrixName}=${text}`;
    return style === 'label' ? `.${text}` : text;
  }
  const pairs = explode && !Array.isArray(value);
  const parts = pairs ? assignments(value, percentEncode) : flatten(value, percentEncode);
  if (style === 'label') return `.${parts.join(explode ? '.' : ',')}`;
  if (style !== 'matrix') return parts.join(',');
  if (!explode) return `${matrixName}=${parts.join(',')}`;
  return parts.map((part) => (pairs ? `;${part}` : `${matrixName}=${part}`)).join('');
}

/** Serializes a header parameter (style `simple`); headers are not percent-encoded. */
export function serializeHeaderParameter(parameter: ParameterStyle, value: ParameterValue): string {
  if (typeof value === 'string') return value;
  if (parameter.explode && !Array.isArray(value)) return assignments(value, asIs).join(',');
  return flatten(value, asIs).join(',');
}

function deepPairs(prefix: string, value: ParameterValue, encode: Encode): string[] {
  if (typeof value === 'string') return [`${prefix}=${encode(value)}`];
  if (Array.isArray(value)) return value.map((item) => `${prefix}=${encode(item)}`);
  return Object.entries(value).flatMap(([name, inner]) =>
    deepPairs(`${prefix}%5B${percentEncode(name)}%5D`, inner, encode),
  );
}

const DELIMITERS: Record<string, string> = { form: ',', spaceDelimited: '%20', pipeDelimited: '%7C' };

/** Serializes a query or cookie parameter as `name=value` pairs: `form`, `spaceDelimited`, `pipeDelimited`, `deepObject`; a `querystring` as it is. */
export function serializeQueryParameter(parameter: ParameterStyle, value: ParameterValue): string[] {
  const { style = 'form', explode = style === 'form' || style === 'deepObject', allowReserved = false } = parameter;
  const encode = allowReserved ? percentEncodeReserved : percentEncode;
  const name = percentEncode(parameter.name);
  // The whole query is one value (OpenAPI 3.2, `in: querystring`).
  if (style === 'querystring') return [encode(typeof value === 'string' ? value : JSON.stringify(value))];
  if (typeof value === 'string') return [`${name}=${encode(value)}`];
  if (style === 'deepObject') return deepPairs(name, value, encode);
  if (Array.isArray(value)) {
    if (value.length === 0) return [];
    if (explode) return value.map((item) => `${name}=${encode(item)}`);
  } else if (explode) {
    // No style says how a list in an object is written: as it would be alone.
    return Object.entries(value).flatMap(([property, inner]) =>
      Array.isArray(inner)
        ? inner.map((item) => `${encode(property)}=${encode(item)}`)
        : assignments({ [property]: inner }, encode),
    );
  }
  return [`${name}=${flatten(value, encode).join(DELIMITERS[style] ?? ',')}`];
}
