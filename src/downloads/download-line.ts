import type { ApiServer } from '../documents/operation-means.ts';

/** One API on the downloads page. */
export interface DownloadLine {
  slug: string;
  basePath: string;
  /** Where its readers may call it, if that is not only the sandbox. */
  servers?: ApiServer[];
  title: string;
  version: string;
  /** The language of its texts, where they are not in that of the page. */
  lang?: string;
  /** The language in which the document is written. */
  language: string;
  /** The languages of the portal into which it is translated. */
  translations: string[];
  /** Servers other than the sandbox, each with a Postman environment; descriptions are HTML. */
  environments: { name: string; description: string }[];
}
