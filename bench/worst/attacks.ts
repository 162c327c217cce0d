import type { Attack } from './server.ts';

/** A body of at most one MiB, the server's limit. */
const LARGEST = 1024 * 1024 - 200;

const WORST = '/sandbox/worst/things';
const NOTAS = '/sandbox/notas/v1/customers';

/** Values in a JSON body, nearly as many as are read. */
const MOST = 19_980;

function repeat(part: string, count: number): string {
  return Array(Math.floor(count)).fill(part).join();
}

/** As many copies of a part as fit into a body. */
function fill(part: string, between = ',', most = LARGEST): string {
  const count = Math.floor(most / (part.length + between.length));
  return `${`${part}${between}`.repeat(count - 1)}${part}`;
}

/** Numbered parts, as many as fit into a body. */
function series(part: (index: number) => string, between = ',', most = LARGEST): string {
  const parts: string[] = [];
  for (let length = 0, index = 0; ; index++) {
    const next = part(index);
    length += next.length + between.length;
    if (length > most) return parts.join(between);
    parts.push(next);
  }
}

function json(name: string, body: string, path = WORST): Attack {
  return { name, method: 'POST', path, headers: { 'content-type': 'application/json; charset=utf-8' }, body };
}

function form(name: string, body: string): Attack {
  return { name, method: 'POST', path: NOTAS, headers: { 'content-type': 'application/x-www-form-urlencoded' }, body };
}

function xml(name: string, body: string): Attack {
  return { name, method: 'POST', path: NOTAS, headers: { 'content-type': 'application/xml' }, body };
}

function get(name: string, path: string, headers: Record<string, string> = {}): Attack {
  return { name, method: 'GET', path, headers };
}

const closedTree = (depth: number) => `${'{"x":1,"next":'.repeat(depth)}{}${'}'.repeat(depth)}`;
const list = (name: string, part: string) => `{"${name}":[${fill(part)}]}`;

/** What the notes tell and what was found since: the slowest small requests that are known, each of one MiB or less. */
export const attacks: Attack[] = [
  json('a MiB of one text', `{"text":"${'a'.repeat(LARGEST)}"}`),
  json('a MiB: numbers', `{"free":[${fill('1')}]}`),
  json('a MiB: objects', `{"free":[${fill('{"a":1}')}]}`),
  json('a MiB: fields', `{${series((index) => `"f${index}":1`)}}`),
  json('a MiB: choices', list('items', '{"a":1,"b":"x"}')),
  json('a MiB: empty lists in choices', `{"deep":[${fill('[]')}]}`),
  json('as many values as are read: numbers', `{"free":[${repeat('1', MOST)}]}`),
  json('as many values as are read: choices', `{"items":[${repeat('{"a":1,"b":"x"}', MOST / 3)}]}`),
  json('as many values as are read: wrong at the end', `{"items":[${repeat('{"a":1,"b":"x"}', MOST / 3)},0]}`),
  json('as many values as are read: empty lists in choices', `{"deep":[${repeat('[]', MOST)}]}`),
  json('as many values as are read: times', `{"times":[${repeat('"2026-01-01T00:00:00Z"', MOST)}]}`),
  json(
    'as many values as are read: unique objects',
    `{"unique":[${Array.from({ length: MOST / 3 }, (_, a) => `{"a":${a},"b":[]}`)}]}`,
  ),
  json('as many values as are read: nothing that is contained', `{"holding":[${repeat('{"a":2}', MOST / 2)}]}`),
  json('as many values as are read: long texts', `{"email":[${repeat(`"${'a.'.repeat(24)}@b.co"`, LARGEST / 60)}]}`),
  json('20 kB of null where choices are', `{"items":[${fill('null', ',', 20_000)}]}`),
  json('40 kB of null where choices are', `{"items":[${fill('null', ',', 40_000)}]}`),
  json('a MiB of null where choices are', list('items', 'null')),
  json('choices, nearly right', list('items', '{"a":1}')),
  json('600 choices, nearly right', `{"items":[${fill('{"a":2}', ',', 4800)}]}`),
  json('choices inside choices', `{"deep":${'['.repeat(90)}null${']'.repeat(90)}}`),
  json('choices inside choices, many', `{"deep":[${fill(`${'['.repeat(40)}null${']'.repeat(40)}`)}]}`),
  json('three choices at each of 30 levels', `{"tree":${closedTree(30)}}`),
  json('three choices at each of 90 levels', `{"tree":${closedTree(90)}}`),
  json('unknown fields, 850 kB', `{"closed":{${series((index) => `"field_${index}":1`, ',', 850_000)}}}`),
  json('unknown fields, 1,900', `{"closed":{${Array.from({ length: 1900 }, (_, i) => `"field_${i}":1`)}}}`),
  json('unevaluated fields', `{"exact":{${series((index) => `"f${index}":1`)}}}`),
  json('long names', `{"closed":{${series((index) => `"${index}${'n'.repeat(5000)}":1`)}}}`),
  json('unique objects', `{"unique":[${series((index) => `{"a":${index},"b":[]}`)}]}`),
  json('unique numbers', `{"unique":[${series(String)}]}`),
  json('a map of wrong values', `{"map":{${series((index) => `"m${index}":2`)}}}`),
  json('names that are too long', `{"few":{${series((index) => `"longer${index}":2`)}}}`),
  json('nothing that is contained', list('holding', '{"a":2}')),
  json('(a+)+$, many short texts', list('nested', `"${'a'.repeat(19)}!"`)),
  json('(a+)+$, texts of all lengths', `{"nested":[${series((i) => `"${'a'.repeat(20 + (i % 40))}!"`)}]}`),
  json('(a|aa)+$, texts of 25', list('ambiguous', `"${'a'.repeat(24)}!"`)),
  json('(a|aa)+$, texts of 35', list('ambiguous', `"${'a'.repeat(34)}!"`)),
  json('\\d+\\s*:, texts of 90', list('polynomial', `"${'1'.repeat(90)}"`)),
  json('\\d+\\s*:, one long text', `{"polynomial":["${'1'.repeat(LARGEST)}"]}`),
  json('\\s+$, texts of 900', list('trimmed', `"${' '.repeat(900)}x"`)),
  json('\\s+$, one long text', `{"trimmed":["${' '.repeat(LARGEST - 10)}x"]}`),
  json('(x+)+$, names of 20', `{"named":{${series((i) => `"${'x'.repeat(19)}${i}":""`)}}}`),
  json('e-mails, nearly right', list('email', `"${'a.'.repeat(30)}@b"`)),
  json('one long e-mail', `{"email":["${'a.'.repeat(LARGEST / 2 - 20)}@b"]}`),
  json('one long URI', `{"uri":["http://${'a.'.repeat(LARGEST / 2 - 20)}%"]}`),
  json('one long host', `{"uri":["http://${'a'.repeat(LARGEST - 40)} "]}`),
  json('times', list('times', '"2026-01-01T00:00:00Z"')),
  json('nesting without end', `${'['.repeat(LARGEST / 2)}${']'.repeat(LARGEST / 2)}`),
  json('a name twice, at the end', `{${series((index) => `"f${index}":1`)},"f0":1}`),
  json('backslashes', `{"text":"${'\\\\'.repeat(LARGEST / 2 - 20)}"}`),
  json('escaped quotes', `{"text":"${'\\"'.repeat(LARGEST / 2 - 20)}"}`),
  json('escaped names', `{${series((index) => `"\\u0066${index}":1`)}}`),
  json('an unpaired surrogate, at the end', `{"free":[${fill('[]')},"\\ud800"]}`),
  json('not JSON, at the end', `{"free":[${fill('[]')},]}`),
  json('Notas: unknown fields', `{${series((index) => `"f${index}":1`)}}`, NOTAS),
  json('Notas: one long text', `{"name":"${'a'.repeat(LARGEST)}"}`, NOTAS),
  json('Biblioteca: null', `[${fill('null')}]`, '/sandbox/biblioteca/leitores'),
  json('Plataforma: unknown fields', `{${series((i) => `"f${i}":1`)}}`, '/platform/v1/webhook_endpoints'),
  form(
    'a form of 100,000 fields',
    series((index) => `f${index}=1`, '&'),
  ),
  form('a form of 5,000 fields', Array.from({ length: 5000 }, (_, index) => `a[b][c][d][f${index}]=1`).join('&')),
  form('a form that appends', fill('a[]=1', '&', 5000 * 6)),
  form('a form that appends objects', fill('a[][b]=1', '&', 5000 * 9)),
  form('a form with one long text', `name=${'%41'.repeat(LARGEST / 3 - 3)}`),
  form('a form with a long name', `${'['.repeat(LARGEST)}=1`),
  form('a form with a dotted name', `${'a.'.repeat(LARGEST / 2 - 4)}=1`),
  form('a form of separators', '&'.repeat(LARGEST)),
  form('a form of equal signs', `a${'='.repeat(LARGEST)}`),
  form('a form that holds JSON', `address=[${fill('[]')}]`),
  xml('XML: empty elements', `<c>${fill('<a/>', '')}</c>`),
  xml('XML: 19,000 elements', `<c>${fill('<a>x</a>', '', 19_000 * 8)}</c>`),
  xml('XML: 19,000 elements in a MiB', `<c>${fill(`<a>${'x'.repeat(46)}</a>`, '', 19_000 * 53)}</c>`),
  xml('XML: one long text', `<c><name>${'a'.repeat(LARGEST)}</name></c>`),
  xml('XML: entities', `<c><name>${fill('&amp;', '')}</name></c>`),
  xml('XML: character references', `<c><name>${fill('&#65;', '')}</name></c>`),
  xml('XML: loose ampersands', `<c><name>${fill('&', '')}</name></c>`),
  xml('XML: attributes', `<c>${fill(`<a ${Array.from({ length: 49 }, (_, i) => `a${i}=""`).join(' ')}/>`, '')}</c>`),
  xml('XML: one long attribute', `<c a="${'b'.repeat(LARGEST)}"/>`),
  xml('XML: comments', `<c>${fill('<!---->', '')}</c>`),
  xml('XML: CDATA', `<c>${fill('<![CDATA[]]>', '')}</c>`),
  xml('XML: instructions', `<c>${fill('<?a?>', '')}</c>`),
  xml('XML: depth', `${'<a>'.repeat(LARGEST / 7)}${'</a>'.repeat(LARGEST / 7)}`),
  xml('XML: lines', `<c>${'\n'.repeat(LARGEST - 20)}<`),
  xml('XML: a long name', `<${'a'.repeat(LARGEST)}/>`),
  xml('XML: not closed', `<c>${fill('<a>', '')}`),
  get('16 kB of filters', `${NOTAS}?${fill('name=a', '&', 15_000)}`),
  get('16 kB of different filters', `${NOTAS}?${series((index) => `amount>=${index}`, '&', 15_000)}`),
  get('16 kB of unknown filters', `${NOTAS}?${series((index) => `f${index}=a`, '&', 15_000)}`),
  get('16 kB of fields', `${NOTAS}?fields=${fill('name', ',', 15_000)}`),
  get('16 kB of unknown fields', `${NOTAS}?fields=${series((index) => `f${index}`, ',', 15_000)}`),
  get('16 kB of orders', `${NOTAS}?sort=${fill('name', ',', 15_000)}`),
  get('16 kB of entity tags', NOTAS, { 'if-none-match': fill('""', ',', 15_000) }),
  get('16 kB of an open entity tag', NOTAS, { 'if-none-match': fill('W/', '', 15_000) }),
  get('16 kB of Accept', NOTAS, { accept: fill('a/b', ',', 15_000) }),
  get('16 kB of Accept with weights', NOTAS, { accept: fill('*/*;q=0.1', ',', 15_000) }),
  get('16 kB of Accept-Language', NOTAS, { 'accept-language': fill('a', ',', 15_000) }),
  get('16 kB of cookies', '/platform/v1/account', { cookie: fill('a=b', '; ', 15_000) }),
  get('16 kB of Prefer', NOTAS, { prefer: fill('a=b', ',', 15_000) }),
  get('16 kB of search', `/sandbox/recebiveis/v2/sponsors/spn_1/payables?search=${fill('(', '', 15_000)}`),
  get('16 kB of terms', `/sandbox/recebiveis/v2/sponsors/spn_1/payables?search=${fill('a:*b*', '+OR+', 15_000)}`),
];
