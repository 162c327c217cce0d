/** What proxies, browsers and attackers make of an address; each takes a path with its query, and a part to put somewhere. */
const spellings: ((path: string, part: string) => string)[] = [
  (path, part) => path + part,
  (path, part) => part + path,
  (path, part) => `/${part}${path}`,
  (path, part) => path.replace(/\/([^/]*)$/, `/${part}/$1`),
  (path, part) => path.replace(/[^/]+$/, part),
  (path, part) => `${path}${path.includes('?') ? '&' : '?'}${part}=${part}`,
  (path) => `${path}/`,
  (path) => `/${path}`,
  (path) => path.replaceAll('/', '//'),
  (path) => path.replaceAll('/', '%2F'),
  (path) => path.replaceAll('/', '\\'),
  (path) => path.toUpperCase(),
  (path) => path.replaceAll(/[a-z]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  (path) => path.slice(0, Math.ceil(path.length / 2)),
  (path) => `/en${path}`,
  (path) => `http://evil.example${path}`,
];

const parts = [
  '/evil.example',
  '/evil.example/',
  '%5Cevil.example/',
  '%09/evil.example/',
  '\\evil.example/',
  '%2F%2Fevil.example/',
  '@evil.example',
  '..',
  '%2e%2e',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5cwindows',
  '.',
  '%00',
  '%0d%0aX-Injected:%20yes',
  '%',
  '%zz',
  '%ff',
  '%c0%af',
  '%E2%82%AC',
  '%ED%A0%80',
  '\u00e9',
  '.html',
  '.json',
  '.map',
  '.br',
  '.git/config',
  ';jsessionid=1',
  '__proto__',
  'constructor',
  'toString',
  '[]',
  '[__proto__][x]',
  '%3Cscript%3E',
  "'--",
  '-1',
  '99999999999999999999',
  '1e309',
  'x'.repeat(2000),
  'a/'.repeat(200),
  '*',
  '#fragment',
];

/** Spells a path otherwise, once or twice; characters that cannot stand in a request line are escaped. */
export function misspell(path: string, random: () => number): string {
  const one = <T>(items: T[]) => items[Math.floor(random() * items.length)] as T;
  let spelled = path;
  for (let times = random() < 0.3 ? 2 : 1; times > 0; times--) spelled = one(spellings)(spelled, one(parts));
  return spelled.replaceAll(/[^\u0021-\u00ff]/g, encodeURIComponent);
}
