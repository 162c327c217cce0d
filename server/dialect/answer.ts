/** What goes back to the caller; `body` is a JSON value or, with a media type that is not JSON, text, bytes or a stream. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Headers that the server would send and that do not belong here. */
  withoutHeaders?: string[];
  mediaType?: string;
  body?: unknown;
}
