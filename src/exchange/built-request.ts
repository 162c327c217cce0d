import type { Credential } from './credentials.ts';

/** A body ready to leave: text of a media type, parts of a form, or a file. */
export type RequestBody =
  | { kind: 'text'; mediaType: string; text: string }
  | { kind: 'multipart'; parts: [name: string, value: string][] }
  | { kind: 'file'; mediaType: string; file: File };

/** A call without its key: the key is put in at the last moment, when it is sent or copied. */
export interface BuiltRequest {
  method: string;
  url: string;
  headers: [name: string, value: string][];
  cookies: string[];
  body?: RequestBody;
  credentials: Credential[];
}
