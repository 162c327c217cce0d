import type { Parameter } from '../../server/openapi/document-types.ts';

const delimiters: Record<string, string> = { spaceDelimited: ' ', pipeDelimited: '|' };

/** Serializes a query parameter by `style` and `explode` to pairs of name and value. */
export function writeQuery({ name, style = 'form', explode, content }: Parameter, value: unknown): [string, string][] {
  if (content || typeof value !== 'object' || value === null) return [[name, textOf(value)]];
  const isExploded = explode ?? style === 'form';
  if (Array.isArray(value)) {
    if (isExploded) return value.map((each) => [name, textOf(each)]);
    return [[name, value.map(textOf).join(delimiters[style] ?? ',')]];
  }
  if (style === 'deepObject') return Object.entries(value).map(([key, each]) => [`${name}[${key}]`, textOf(each)]);
  if (isExploded) return Object.entries(value).map(([key, each]) => [key, textOf(each)]);
  return [[name, Object.entries(value).flat().map(textOf).join(',')]];
}

/** Serializes a path or header parameter: lists and objects with commas (style `simple`). */
export function writeSimple({ content, explode }: Pick<Parameter, 'content' | 'explode'>, value: unknown): string {
  if (content || typeof value !== 'object' || value === null) return textOf(value);
  if (Array.isArray(value)) return value.map(textOf).join(',');
  const pairs = Object.entries(value);
  return (explode ? pairs.map(([key, each]) => `${key}=${textOf(each)}`) : pairs.flat().map(textOf)).join(',');
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
