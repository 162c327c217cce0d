/** The response to a caller; `body` is a JSON value or, with a non-JSON media type, text, bytes or a stream. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  mediaType?: string;
  body?: unknown;
  /** The body as JSON text, if already serialized. */
  text?: string;
  /** The same text in the pieces in which it is sent, one after the other. */
  pieces?: string[];
}
