import type { Style } from './description.ts';

/** A value as text: dates as ISO 8601, objects as JSON. */
export function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** Whether a value has entries of its own, which styles write one by one. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function entriesOf(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value).filter(([, each]) => each !== undefined);
}

/** The value of a path parameter, encoded: simple, label or matrix. */
export function writePath(
  name: string,
  value: unknown,
  { style = 'simple', explode = false, json }: Style = {},
): string {
  const encode = (each: unknown) => encodeURIComponent(textOf(each));
  const prefix = style === 'label' ? '.' : style === 'matrix' ? ';' : '';
  const isMatrix = style === 'matrix';
  if (json || (!Array.isArray(value) && !isObject(value)))
    return `${prefix}${isMatrix ? `${name}=` : ''}${encode(json ? JSON.stringify(value) : value)}`;
  const between = explode && prefix ? prefix : ',';
  if (Array.isArray(value)) {
    if (isMatrix && explode) return value.map((each) => `;${name}=${encode(each)}`).join('');
    return `${prefix}${isMatrix ? `${name}=` : ''}${value.map(encode).join(between)}`;
  }
  const pairs = entriesOf(value).map(([key, each]) => `${encode(key)}${explode ? '=' : ','}${encode(each)}`);
  return `${prefix}${isMatrix && !explode ? `${name}=` : ''}${pairs.join(between)}`;
}

/** A query parameter as encoded pairs, `name=value` each: form, spaceDelimited, pipeDelimited or deepObject. */
export function writeQuery(name: string, value: unknown, style: Style = {}): string[] {
  const { style: kind = 'form', explode = kind === 'form', allowReserved, json } = style;
  const encode = (each: unknown) => encodeValue(textOf(each), allowReserved);
  const pair = (key: string, text: string) => `${encodeURIComponent(key)}=${text}`;
  if (value === undefined || value === null) return [];
  if (json) return [pair(name, encode(JSON.stringify(value)))];
  if (kind === 'deepObject' && typeof value === 'object') return deepPairs(name, value, encode);
  if (Array.isArray(value)) {
    if (explode) return value.map((each) => pair(name, encode(each)));
    const between = kind === 'spaceDelimited' ? '%20' : kind === 'pipeDelimited' ? '%7C' : ',';
    return [pair(name, value.map(encode).join(between))];
  }
  if (!isObject(value)) return [pair(name, encode(value))];
  if (explode) return entriesOf(value).map(([key, each]) => pair(key, encode(each)));
  return [
    pair(
      name,
      entriesOf(value)
        .map(([key, each]) => `${encode(key)},${encode(each)}`)
        .join(','),
    ),
  ];
}

/** `filter[customer][city]=Santos&filter[tags][0]=a` */
function deepPairs(name: string, value: unknown, encode: (each: unknown) => string): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each, index) => deepPairs(`${name}[${index}]`, each, encode));
  if (isObject(value)) return entriesOf(value).flatMap(([key, each]) => deepPairs(`${name}[${key}]`, each, encode));
  return [`${encodeURIComponent(name)}=${encode(value)}`];
}

/** Reserved characters may stay, except those that would end the value. */
function encodeValue(text: string, allowReserved: boolean | undefined): string {
  const encoded = encodeURIComponent(text);
  return allowReserved ? encoded.replace(/%(3A|2F|3F|40|24|2C|3B|5B|5D|3D)/g, decodeURIComponent) : encoded;
}

/** The value of a header or a cookie: lists and objects with commas. */
export function writeHeader(value: unknown, { explode = false, json }: Style = {}): string {
  if (json) return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(textOf).join(',');
  if (!isObject(value)) return textOf(value);
  return entriesOf(value)
    .map(([key, each]) => `${key}${explode ? '=' : ','}${textOf(each)}`)
    .join(',');
}
