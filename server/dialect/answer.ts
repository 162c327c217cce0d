/** What goes back to the caller; `body` is a JSON value or, with a media type that is not JSON, text, bytes or a stream. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Headers that the server would send and that do not belong here. */
  withoutHeaders?: string[];
  mediaType?: string;
  body?: unknown;
  /** The body as JSON text, where that is written already. */
  text?: string;
  /** How it goes out, where the caller asked to meet a slow server or a broken connection. */
  simulated?: { wait?: number; isDropped?: boolean };
}
