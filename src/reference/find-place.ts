/**
 * The HTML id that is nearest to a wanted one. A link from a refusal knows the field, but not in which variant of its schema it is
 * (`body.1.name`), nor how the document spells a header; and a field may be too deep to be in the page.
 */
export function findPlace(wanted: string, ids: string[]): string | undefined {
  for (let place = wanted.toLowerCase(); place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('.')))) {
    const found =
      ids.find((id) => id.toLowerCase() === place) ?? ids.find((id) => withoutNumbers(id.toLowerCase()) === place);
    if (found) return found;
  }
  return undefined;
}

/** Variants and media types are numbered: `body-2.1.name` is `body.name`. */
function withoutNumbers(id: string): string {
  return id.replace(/[.-]\d+(?=[.-]|$)/g, '');
}
