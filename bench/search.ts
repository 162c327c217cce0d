// `npm run bench:search -- [language]`: what readers type and what they find first in the built portal (`npm run build`), with the
// milliseconds until names are found, and until the index was asked, too. A query of your own: `-- en "cancel an invoice"`.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openBuiltSearch } from '../scripts/search/built-search.ts';
import { type KnownQuery, knownQueries } from '../scripts/search/known-queries.ts';
import { prefixOf } from '../scripts/site/portal/portal-data.ts';
import { readBuiltPortal } from '../scripts/site/portal/portal-file.ts';
import { readSettings } from '../scripts/site/settings.ts';

const { caisDir } = readSettings(resolve(import.meta.dirname, '..'));
const site = join(caisDir, 'site');
if (!existsSync(join(site, 'pagefind/names.json'))) throw new Error(`${site} has no search: npm run build`);
const portal = readBuiltPortal(caisDir);
const [language, ...own] = process.argv.slice(2);
const times: number[] = [];
let missed = 0;
let asked = 0;
for (const locale of portal.languages.filter((code) => language === undefined || code === language)) {
  const search = await openBuiltSearch(site, prefixOf(portal, locale), locale);
  const queries = own.length > 0 ? own.map((query): KnownQuery => ({ query, first: [] })) : knownQueries[locale];
  console.log(`\n${locale}`);
  for (const known of queries) {
    const { first, isMeant, results, atOnce, inAll } = await search.find(known);
    const mark = known.first.length === 0 ? ' ' : isMeant ? '✓' : '✗';
    const meant = results.corrected === undefined ? '' : ` → ${results.corrected}`;
    const where = known.here === undefined ? '' : ` (on ${known.here})`;
    console.log(`  ${mark} ${`${known.query}${where}${meant}`.padEnd(44)} ${ms(atOnce)} ${ms(inAll)}  ${first}`);
    if (mark === '✗') console.log(`      meant: ${known.first.join(' or ')}`);
    if (own.length > 0)
      for (const { group, hits } of results.groups)
        for (const { url, title, section = '' } of hits) console.log(`      ${group}: ${title} ${section} ${url}`);
    times.push(atOnce);
    asked++;
    if (mark === '✗') missed++;
  }
  search.close();
}
const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
console.log(
  `\n${asked - missed} of ${asked} as meant; names in ${ms(median)} (median), at most ${ms(times.at(-1) ?? 0)}`,
);
if (missed > 0) process.exitCode = 1;

function ms(time: number): string {
  return `${time.toFixed(1)} ms`.padStart(9);
}
