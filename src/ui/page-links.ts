/** Links to pages; all other paths on this host belong to the server and have no language. */
const pageAddress = /(href=")\/((?:(?:guides|reference)(?:\/[^"#?]*)?|downloads)(?:[#?][^"]*)?")/g;

/** Leads the links of rendered text to the pages of the reader's language, below the portal's path: `/developers/en/`. */
export function withBase(html: string, baseUrl: string): string {
  return html.replaceAll(pageAddress, `$1${baseUrl}$2`);
}
