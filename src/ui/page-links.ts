/** Links to pages; all other paths on this host belong to the server and have no language. */
const pageAddress = /(href=")\/((?:(?:guides|reference)(?:\/[^"#?]*)?|downloads)(?:[#?][^"]*)?")/g;

/** Images of the portal, which are below its path, too. */
const imageAddress = /(<img[^>]* src=")\/(?!\/)/g;

/** Leads the links and images of rendered text to those of the reader's language, below the portal's path: `/developers/en/`. */
export function withBase(html: string, baseUrl: string): string {
  return html.replaceAll(pageAddress, `$1${baseUrl}$2`).replaceAll(imageAddress, `$1${baseUrl}`);
}
