/** What the downloads page says of one API. */
export interface DownloadLine {
  slug: string;
  title: string;
  version: string;
  /** Whether its document exists in English too. */
  english: boolean;
  /** Servers besides the sandbox, each with an environment for Postman; descriptions are HTML. */
  environments: { name: string; description: string }[];
}
