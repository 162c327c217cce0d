import { bodyShape } from '../../../wire/media-types.ts';
import { prettyJson } from '../../exchange/received-response.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { findJsonFault } from '../request-body.ts';
import { emptyMasked } from './masked.ts';

/** The body of a logged call for the console's editor. */
export interface FilledBody {
  /** The operation's media type that fits; undefined if none does. */
  mediaType: string | undefined;
  text: string | undefined;
  /** Members whose values were secrets. */
  masked: string[];
  isCut: boolean;
  /** The type as which the body was sent, if the form sends it as another. */
  formerType: string | undefined;
}

const keptBytes = 64 * 1024;

export function fillBody(entry: RequestDetails, mediaTypes: string[]): FilledBody {
  const body = entry.request?.body;
  const sent = mediaTypeOf(entry.request?.headers['content-type']);
  const fitting = mediaTypes.find((type) => mediaTypeOf(type) === sent) ?? (sent === '' ? mediaTypes[0] : undefined);
  const mediaType = (body && findMeant(body, sent, mediaTypes)) ?? fitting;
  if (!body || mediaType === undefined)
    return { mediaType, text: undefined, masked: [], isCut: false, formerType: undefined };
  const { text, names } = emptyMasked(body);
  const kind = bodyShape(mediaType);
  // The parts of a multipart body are not kept one by one.
  if (kind === 'multipart') return { mediaType, text: undefined, masked: [], isCut: true, formerType: undefined };
  const shown = kind === 'form' ? formText(text) : kind === 'json' ? readable(text) : text;
  return {
    mediaType,
    text: shown,
    masked: names,
    isCut: entry.request_bytes > keptBytes,
    formerType: mediaType === fitting ? undefined : sent || undefined,
  };
}

/** JSON is often sent as something else by mistake: `curl --data` without a header says that it is a form. */
function findMeant(body: string, sent: string, mediaTypes: string[]): string | undefined {
  if (sent !== '' && bodyShape(sent) === 'json') return undefined;
  const isJson = /^\s*[[{]/.test(body) && findJsonFault(body) === undefined;
  return isJson ? mediaTypes.find((type) => bodyShape(type) === 'json') : undefined;
}

function mediaTypeOf(header: string | undefined): string {
  return header?.split(';')[0]?.trim().toLowerCase() ?? '';
}

/** The form editor edits a JSON object: a field that was sent several times is a list. */
function formText(body: string): string {
  const form = new URLSearchParams(body);
  const fields = [...new Set(form.keys())].map((name) => {
    const values = form.getAll(name);
    return [name, values.length > 1 ? values : values[0]];
  });
  return JSON.stringify(Object.fromEntries(fields), undefined, 2);
}

/** JSON is indented, unless that would change it: numbers lose digits, and names may occur twice. */
function readable(text: string): string {
  const pretty = prettyJson(text);
  return withoutSpace(pretty) === withoutSpace(text) ? pretty : text;
}

function withoutSpace(text: string): string {
  return text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, (_, kept?: string) => kept ?? '');
}
