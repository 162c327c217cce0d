import { literalOf, NotRunnable, type Word } from './script.ts';

/** The options of a curl command that matter to a browser; the values are words with variables in them. */
export interface CurlCommand {
  url: Word;
  method?: string;
  headers: Word[];
  /** `user:password`. */
  user?: Word;
  data: { word: Word; encode: boolean }[];
  /** Whether the data goes into the address (`-G`). */
  inQuery: boolean;
  /** What the command writes: the head of the response, its body. */
  writes: { head: boolean; body: boolean };
}

const FLAGS: Record<string, (curl: CurlCommand) => void> = {
  s: () => {},
  S: () => {},
  i: (curl) => {
    curl.writes.head = true;
  },
  G: (curl) => {
    curl.inQuery = true;
  },
};

const OPTIONS: Record<string, (curl: CurlCommand, value: Word) => void> = {
  '-X': (curl, value) => {
    curl.method = textOf(value);
  },
  '-H': (curl, value) => curl.headers.push(value),
  '-u': (curl, value) => {
    curl.user = value;
  },
  '-d': (curl, value) => curl.data.push({ word: withoutFile(value), encode: false }),
  '--data-urlencode': (curl, value) => curl.data.push({ word: withoutFile(value), encode: true }),
  '-o': (curl) => {
    curl.writes.body = false;
  },
  '-D': (curl, value) => {
    if (textOf(value) !== '-') throw new NotRunnable('A file in a command');
    curl.writes.head = true;
  },
};

/** Reads the arguments of curl; throws NotRunnable at an option that means something else in a browser. */
export function readCurl(words: Word[]): CurlCommand {
  const urls: Word[] = [];
  const curl: CurlCommand = { url: [], headers: [], data: [], inQuery: false, writes: { head: false, body: true } };
  const rest = [...words];
  for (let word = rest.shift(); word; word = rest.shift()) {
    const text = literalOf(word) ?? '';
    const option = OPTIONS[text];
    const value = option && rest.shift();
    if (value) option(curl, value);
    else if (!text.startsWith('-')) urls.push(word);
    else if (/^-\w+$/.test(text)) for (const letter of text.slice(1)) flag(letter)(curl);
    else throw new NotRunnable(`curl ${text}`);
  }
  const [url] = urls;
  if (!url || urls.length > 1) throw new NotRunnable('curl without one address');
  return { ...curl, url };
}

function flag(letter: string): (curl: CurlCommand) => void {
  const found = FLAGS[letter];
  if (!found) throw new NotRunnable(`curl -${letter}`);
  return found;
}

function withoutFile(word: Word): Word {
  const [first] = word;
  if (first && 'text' in first && first.text.startsWith('@')) throw new NotRunnable('A file in a command');
  return word;
}

function textOf(word: Word): string {
  const text = literalOf(word);
  if (text === undefined) throw new NotRunnable('A variable in an option');
  return text;
}
