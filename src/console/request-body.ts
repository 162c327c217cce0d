import type { RequestBody } from '../exchange/built-request.ts';

import { percentEncode } from '../exchange/percent-encode.ts';

export type BodyEditorKind = 'json' | 'form' | 'text' | 'file';

const FORM = 'application/x-www-form-urlencoded';
const MULTIPART = 'multipart/form-data';

/** Chooses the editor for a media type. */
export function bodyEditorKind(mediaType: string): BodyEditorKind {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === FORM || type === MULTIPART) return 'form';
  if (/[/+]json$/.test(type)) return 'json';
  return /^text\/|[/+](xml|yaml|x-yaml|graphql|javascript)$/.test(type) ? 'text' : 'file';
}

/** The parser's message if a text is not JSON; undefined if it is. */
export function findJsonFault(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Forms have no null: an empty field represents it. */
function fieldText(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Converts the JSON object of a form editor to name and value pairs; a list becomes one pair per item. */
function formPairs(json: string): [string, string][] | undefined {
  if (findJsonFault(json) !== undefined) return undefined;
  const fields: unknown = JSON.parse(json);
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined;
  return Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((item): [string, string] => [name, fieldText(item)]),
  );
}

/** Encodes pairs as `application/x-www-form-urlencoded`. */
function encodeForm(pairs: [string, string][]): string {
  return pairs.map(([name, value]) => `${formEncode(name)}=${formEncode(value)}`).join('&');
}

function formEncode(text: string): string {
  return percentEncode(text).replaceAll('%20', '+');
}

/** Builds the body from the editor's content; undefined if a form's JSON is invalid or no file is chosen. */
export function buildBody(mediaType: string, text: string, file: File | undefined): RequestBody | undefined {
  const editor = bodyEditorKind(mediaType);
  if (editor === 'file') return file && { kind: 'file', mediaType, file };
  if (editor !== 'form') return { kind: 'text', mediaType, text };
  const pairs = formPairs(text);
  if (!pairs) return undefined;
  if (mediaType.startsWith(MULTIPART)) return { kind: 'multipart', parts: pairs };
  return { kind: 'text', mediaType, text: encodeForm(pairs) };
}
