/** What goes back to the caller; `body` is a JSON value or, with a media type that is not JSON, text or bytes. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  mediaType?: string;
  body?: unknown;
}
