import { createHash } from 'node:crypto';

/** Addresses below an API that are not of operations (`scripts/site/pages.ts`), and names that Windows has for devices. */
const reserved = /^(index|how-it-works|sandbox-plan|con|prn|aux|nul|(com|lpt)\d)$/;

/** Longer ones would not fit into file names, with what is added to them. */
const longest = 100;
const longestPlace = 40;

/** What an operation is called, and where it is. */
interface Place {
  id: string;
  method: string;
  path: string;
}

/**
 * Makes a slug of each operation of a document, none of them twice, whatever their operationIds are. What is added to tell them apart
 * comes from the operation alone, so that its address stays where others are added.
 */
export function createSlugs(): { make(place: Place): string } {
  const taken = new Set<string>();
  return {
    make: (place) => {
      const free = candidates(place).find((slug) => !reserved.test(slug) && !taken.has(keyOf(slug)));
      const slug = free ?? `${markOf(place)}-${taken.size}`;
      taken.add(keyOf(slug));
      return slug;
    },
  };
}

/** A short text that no other operation of a document has. */
export function markOf({ method, path }: Pick<Place, 'method' | 'path'>): string {
  return createHash('sha256').update(`${method} ${path}`).digest('hex').slice(0, 8);
}

function candidates(place: Place): string[] {
  const [base, address, mark] = [kebabCase(place.id), kebabCase(`${place.method} ${place.path}`), markOf(place)];
  // An operationId in another script has no letters for an address; its method and path may.
  const isReadable = /^[ -~]*$/.test(place.path);
  if (base === '') return [...(isReadable ? [shorten(address, longest)] : []), `${shorten(address, longest)}-${mark}`];
  const own = shorten(base, longest);
  const before = shorten(base, longest - longestPlace);
  return [own, ...(address.length <= longestPlace ? [`${before}-${address}`] : []), `${before}-${mark}`];
}

function shorten(slug: string, length: number): string {
  return slug.slice(0, length).replace(/-+$/, '');
}

/** The page generator separates letters from digits, so `a1` and `a-1` would be one file. */
function keyOf(slug: string): string {
  return slug.replaceAll(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g, '-');
}

/** Turns `createServiceInvoice` or `get_train trips` into `create-service-invoice` and `get-train-trips`. */
export function kebabCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}
