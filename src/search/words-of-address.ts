/** What an address that leads nowhere seems to look for, in words: its last segment, without an ending or an id. */
export function wordsOfAddress(pathname: string): string[] {
  const segments = pathname.split('/').map((segment) => decoded(segment).replace(/\.\w+$/, ''));
  return segments
    .filter((segment) => /\p{L}{3}/u.test(segment) && segment.length < 60)
    .map((segment) => segment.replaceAll(/[-_.+]+/g, ' ').trim())
    .reverse();
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return '';
  }
}
