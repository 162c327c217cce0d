import { valueAt } from '../json-body/edit-json.ts';

/** What a link of a document may refer to. */
export interface LinkSource {
  /** Of the answer. */
  body: unknown;
  /** Of the request. */
  sent: unknown;
  pathValues: Record<string, string>;
  url: string;
  /** Of the answer. */
  header: (name: string) => string | undefined;
}

/** The value of a runtime expression (OpenAPI 3.1, 4.8.20.4), or a value as it is; undefined where the call has none. */
export function evaluateLink(expression: string, source: LinkSource): string | undefined {
  if (!expression.startsWith('$')) return expression;
  const [, place = '', rest = ''] = /^\$(request|response)\.(.*)$/.exec(expression) ?? [];
  const isAnswer = place === 'response';
  const [kind = '', name = ''] = [rest.split(/[.#]/)[0], rest.replace(/^[^.#]*[.#]?/, '')];
  if (expression === '$url') return source.url;
  if (kind === 'body') return textOf(valueAt(isAnswer ? source.body : source.sent, name));
  if (kind === 'header' && isAnswer) return source.header(name);
  if (kind === 'path') return source.pathValues[name];
  if (kind === 'query') return new URL(source.url).searchParams.get(name) ?? undefined;
  return undefined;
}

function textOf(value: unknown): string | undefined {
  return /^(string|number|bigint|boolean)$/.test(typeof value) ? String(value) : undefined;
}
