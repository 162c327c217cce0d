/** An answer as it arrived, whatever its status. */
export interface Answer {
  method: string;
  url: string;
  status: number;
  reason: string;
  headers: [name: string, value: string][];
  bytes: Uint8Array<ArrayBuffer>;
  /** From the call's start to the last byte of the body. */
  milliseconds: number;
  /** When the call left, ISO 8601. */
  sentAt: string;
}

/** Reads a header of an answer, whatever its case. */
export function findHeader(answer: Answer, name: string): string | undefined {
  return answer.headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

/** How an answer's body is shown. */
export type BodyKind = 'empty' | 'json' | 'xml' | 'text' | 'image' | 'pdf' | 'binary';

/** Chooses how to show a body from its media type. */
export function bodyKind(answer: Answer): BodyKind {
  if (answer.bytes.length === 0) return 'empty';
  const type = mediaTypeOf(answer);
  if (/[/+]json$/.test(type) || type === 'application/x-ndjson') return 'json';
  if (type === 'application/pdf') return 'pdf';
  if (type === 'image/svg+xml' || /[/+]xml$/.test(type)) return 'xml';
  if (type.startsWith('image/')) return 'image';
  if (/^text\/|^application\/(x-www-form-urlencoded|yaml|javascript)$/.test(type)) return 'text';
  return type === '' && isText(answer.bytes) ? 'text' : 'binary';
}

/** The media type without its parameters, lower case; empty when the answer has none. */
export function mediaTypeOf(answer: Answer): string {
  return findHeader(answer, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
}

function isText(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

/** Reads the body as text in the charset that the answer names (UTF-8 unless known otherwise). */
export function decodeBody(answer: Answer): string {
  const charset = /charset="?([^";\s]+)/i.exec(findHeader(answer, 'content-type') ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(answer.bytes);
  } catch {
    return new TextDecoder().decode(answer.bytes);
  }
}

/** Indents JSON; a text that is not JSON stays as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

/** Suggests a file name for a body that is downloaded. */
export function fileNameOf(answer: Answer): string {
  const disposition = findHeader(answer, 'content-disposition') ?? '';
  const named = /filename="?([^";]+)/i.exec(disposition)?.[1];
  if (named) return named;
  const last = new URL(answer.url, 'http://localhost').pathname.split('/').filter(Boolean).at(-1) ?? 'answer';
  const extension = mediaTypeOf(answer).split(/[/+]/).at(-1) ?? 'bin';
  return last.includes('.') ? last : `${last}.${/^[a-z0-9]{2,5}$/.test(extension) ? extension : 'bin'}`;
}
