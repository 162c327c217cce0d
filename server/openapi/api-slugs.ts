/** The names of APIs in addresses, made of the names of their files or folders, each once. */
export function slugsOf(names: string[]): string[] {
  const taken = new Set(['platform']);
  return names.map((name) => {
    const plain = name.normalize('NFD').replaceAll(/\p{Mark}/gu, '');
    const words = plain.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    const base = words.replaceAll(/^-+|-+$/g, '') || 'api';
    let slug = base;
    for (let number = 2; taken.has(slug); number++) slug = `${base}-${number}`;
    taken.add(slug);
    return slug;
  });
}
