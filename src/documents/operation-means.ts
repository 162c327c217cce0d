/* What a reader calls an operation with: servers, files and code. */

/** A server that readers may call; of a sandbox, `url` is its path in this portal. */
export interface ApiServer {
  name: string;
  url: string;
  isOwn: boolean;
}

/** A file that a form takes, or several. */
export interface FileData {
  many: boolean;
  required: boolean;
  /** The media type that the document asks for, or several, separated by commas. */
  type?: string;
}

export interface SampleData {
  id: string;
  label: string;
  /** A language of CodeView. */
  language: string;
  /** With `{{origin}}` for the portal's origin or `{{server}}` for the server's address, and `{{key}}`, `{{key.name}}`, `{{user}}` or `{{client}}` for the credential (see sample-code.ts). */
  code: string;
  /** For the servers of providers, where that is not the same. */
  elsewhere?: string;
}
