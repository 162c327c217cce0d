import { decodeBody, type ReceivedResponse } from '../../exchange/received-response.ts';
import { buildCurlRequest } from './build-curl-request.ts';
import { type Facts, knownStart, type Run } from './compile-word.ts';
import { readCurl } from './read-curl.ts';
import { NotRunnable, type Word } from './script.ts';
import { isWithin, type Reach } from './session.ts';

/** Prepares a curl command; throws NotRunnable if a browser cannot run it, or if it calls somebody else. */
export function compileCurl(words: Word[], facts: Facts, reach: Reach, compile: (word: Word) => Run): Run {
  const curl = readCurl(words);
  const start = knownStart(curl.url, facts);
  if ((start.text !== '' || start.whole) && !isWithin(reach, start.text)) throw new NotRunnable('An address elsewhere');
  const url = compile(curl.url);
  const headers = curl.headers.map(compile);
  const user = curl.user && compile(curl.user);
  const data = curl.data.map(({ word, encode }) => ({ text: compile(word), encode }));
  return async (session) => {
    const fill = (run: Run) => run(session, '');
    const address = await fill(url);
    if (!isWithin(reach, address)) throw new NotRunnable('An address elsewhere');
    const request = buildCurlRequest({
      url: address,
      ...(curl.method && { method: curl.method }),
      headers: await inTurn(headers, fill),
      ...(user && { user: await fill(user) }),
      data: await inTurn(data, async ({ text, encode }) => ({ text: await fill(text), encode })),
      inQuery: curl.inQuery,
    });
    const response = await session.send(request);
    if (!response) return '';
    return (curl.writes.head ? headOf(response) : '') + (curl.writes.body ? decodeBody(response) : '');
  };
}

function headOf({ status, reason, headers }: ReceivedResponse): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${reason}\r\n${lines.join('')}\r\n`;
}

async function inTurn<Item, Result>(items: Item[], run: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await run(item));
  return results;
}
