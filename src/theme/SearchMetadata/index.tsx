/** Says nothing to search services: the portal's own search takes what it needs from the pages. */
export default function SearchMetadata() {
  return null;
}
