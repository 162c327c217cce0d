/** One API on the downloads page. */
export interface DownloadLine {
  slug: string;
  title: string;
  version: string;
  /** Whether the document has an English translation. */
  english: boolean;
  /** Servers other than the sandbox, each with a Postman environment; descriptions are HTML. */
  environments: { name: string; description: string }[];
}
