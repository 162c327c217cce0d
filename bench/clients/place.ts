/** Where the sandbox of a document is, and the key to it. */
export interface Place {
  /** `http://localhost:4011` */
  origin: string;
  /** The same with the path of the document's first server. */
  url: string;
  host: string;
  port: number;
  key: string;
}
