/** Addresses below an API that are not of operations (`scripts/site/pages.ts`). */
const reserved = ['index', 'how-it-works', 'sandbox-plan'];

/** Longer ones would not fit into file names, with what is added to them. */
const longest = 100;

/** Makes a slug of each operation of a document, none of them twice, whatever their operationIds are. */
export function createSlugs(): { make(id: string, otherwise: string): string } {
  const taken = new Set(reserved.map(keyOf));
  return {
    make: (id, otherwise) => {
      // An operationId in another script has no letters for an address; its method and path may.
      const [base = 'operation'] = [kebabCase(id), kebabCase(otherwise)].filter(Boolean).map(shorten);
      let slug = base;
      for (let number = 2; taken.has(keyOf(slug)); number++) slug = `${base}-${number}`;
      taken.add(keyOf(slug));
      return slug;
    },
  };
}

function shorten(slug: string): string {
  return slug.slice(0, longest).replace(/-+$/, '');
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
