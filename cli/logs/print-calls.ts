import { UsageError } from '../command.ts';
import { askPlatform, type Place } from './ask-platform.ts';
import { type ListedCall, lineOf } from './call-line.ts';
import { followCalls } from './follow-calls.ts';

interface Asked {
  follow?: boolean;
  lines?: string;
  url?: string;
  key?: string;
  json?: boolean;
}

/** Prints earlier calls, oldest first, and goes on with those that come if asked to. */
export async function printCalls({ follow, lines = '20', url, key, json }: Asked): Promise<number> {
  const place: Place = {
    url: (url ?? process.env.CAIS_URL ?? 'http://localhost:4010').replace(/\/+$/, ''),
    key: key ?? process.env.CAIS_KEY,
  };
  if (!URL.canParse(place.url)) throw new UsageError(`--url must be an address such as http://localhost:4010.`);
  if (!/^\d+$/.test(lines) || Number(lines) > 100) throw new UsageError('--lines must be a number up to 100.');
  const printed = new Set<string>();
  const print = (call: ListedCall) => {
    if (printed.has(call.id)) return;
    printed.add(call.id);
    console.log(json ? JSON.stringify(call) : lineOf(call));
  };
  const printEarlier = async () => {
    if (Number(lines) === 0) return;
    const response = await askPlatform(place, `/requests?limit=${lines}`, {});
    const { data } = (await response.json()) as { data: ListedCall[] };
    for (const call of data.reverse()) print(call);
  };
  if (follow) await followCalls(place, printEarlier, print);
  else await printEarlier();
  return 0;
}
