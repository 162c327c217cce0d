import type { Credential } from './credentials.ts';

/** A body ready to send: text with a media type, form fields, or a file. */
export type RequestBody =
  | { kind: 'text'; mediaType: string; text: string }
  | { kind: 'multipart'; parts: [name: string, value: string][] }
  | { kind: 'file'; mediaType: string; file: File };

/** A request without its key, which is added only when it is sent or copied. */
export interface BuiltRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  cookies: string[];
  body?: RequestBody;
  credentials: Credential[];
}
