/** An address as people write it, without what every one has. */
export function shownUrl(url: string): string {
  return url.replace(/^https?:\/\/|\/$/g, '');
}
