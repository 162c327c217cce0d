/** Emits no metadata for search services: the portal's own search reads the pages. */
export default function SearchMetadata() {
  return null;
}
