import type { Credential } from './credentials.ts';

/** What a request says of a file: all that a sample knows, and a part of what a browser has. */
export interface NamedFile {
  name: string;
  /** Its media type; empty or absent if unknown. */
  type?: string;
}

/** One part of a multipart body; `mediaType` only where it is not the usual one, `headers` are those besides it. */
export type BodyPart<F> = { name: string; headers?: [name: string, value: string][] } & (
  | { value: string; mediaType?: string }
  | { file: F }
);

/** A body ready to send: text, the encoded `name=value` pairs of a form, parts, or a file. */
export type RequestBody<F = File> =
  | { kind: 'text'; mediaType: string; text: string }
  | { kind: 'form'; mediaType: string; pairs: string[] }
  | { kind: 'multipart'; mediaType: string; parts: BodyPart<F>[] }
  | { kind: 'file'; mediaType: string; file: F };

/** A request without its key, which is added only when it is sent or copied. */
export interface BuiltRequest<F = File> {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  cookies: string[];
  body?: RequestBody<F>;
  credentials: Credential[];
}
