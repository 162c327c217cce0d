/** What goes back to the caller; `body` is a JSON value or, with a media type that is not JSON, text, bytes or a stream. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  mediaType?: string;
  body?: unknown;
  /** The body as JSON text, where that is written already. */
  text?: string;
}
