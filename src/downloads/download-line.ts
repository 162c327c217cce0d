/** What the downloads page says of one API. */
export interface DownloadLine {
  slug: string;
  title: string;
  version: string;
  /** Whether its document exists in English too. */
  english: boolean;
}
