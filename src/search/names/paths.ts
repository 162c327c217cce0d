import type { PageName } from './names-file.ts';

/** The spellings of an operation's path, with and without its method: as in the document, with every parameter named id, below the version, and in full. */
export function addressesOf({ method = '', path, base = '' }: PageName): string[] {
  if (path === undefined) return [];
  const version = base.split('/').at(-1) ?? '';
  const spelt = [path, path.replaceAll(/\{[^}]*\}/g, '{id}'), version + path, base + path];
  return [...new Set(spelt)].flatMap((address) => [address, method + address]);
}

/** Tells of operations whether what is typed, such as `GET https://…/v1/customers/cus_123`, is an address of theirs. */
export function matchAddress(text: string): ((page: PageName) => boolean) | undefined {
  const [, verb, address = ''] = text.match(/^(?:(\w+)\s+)?(\S*\/\S*)$/) ?? [];
  const typed = segmentsOf(
    address
      .toLowerCase()
      .replace(/^https?:\/\/[^/]*/, '')
      .replace(/[?#].*/, ''),
  );
  if (typed.length === 0) return undefined;
  return ({ method, path, base = '' }) => {
    if (path === undefined || (verb && verb.toUpperCase() !== method)) return false;
    const own = segmentsOf(path.toLowerCase());
    const full = [...segmentsOf(base), ...own];
    if (typed.length < own.length || typed.length > full.length) return false;
    return typed.every((part, index) => {
      const expected = full[full.length - typed.length + index] ?? '';
      return expected.startsWith('{') || expected === part;
    });
  };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}
