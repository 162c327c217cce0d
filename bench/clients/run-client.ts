// `node run-client.ts <client> <url> <key>`: a day of work with one SDK; prints each Outcome as a line of JSON.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Day, type Outcome, type Sdk } from './day.ts';
import { days } from './days.ts';
import { clientsFolder } from './install-clients.ts';
import { type ClientName, packages } from './packages.ts';

const [client, address, key] = process.argv.slice(2) as [ClientName, string, string];
const { origin, hostname, port } = new URL(address);
const say = console.log;
// SDKs warn on the same output.
console.log = console.warn = () => {};
const day = new Day((outcome) => say(JSON.stringify(outcome)));
process.on('unhandledRejection', () => {});

const { load } = (await import(pathToFileURL(join(clientsFolder, 'load.mjs')).href)) as { load(name: string): Sdk };
const sdk = await load(packages[client].name);
const place = { origin, url: address.replace(/\/$/, ''), host: hostname, port: Number(port), key };
try {
  await days[client](day, sdk, place);
} catch (error) {
  say(JSON.stringify({ step: 'between steps', verdict: 'broken', why: String(error) } satisfies Outcome));
}
process.exit();
