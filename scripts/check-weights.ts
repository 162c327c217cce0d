import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { listApis, readApis } from './site/apis-file.ts';
import { howItWorks, sandboxPlan } from './site/pages.ts';
import { serveFolder } from './site/serve-folder.ts';
import { readSettings } from './site/settings.ts';
import { openBrowser, weighPages } from './weigh-page.ts';

/** Budgets for the JavaScript and data that a page loads, gzipped, in kB of 1000 bytes. */
const budgets = { guide: 160, endpoint: 195 };

/** Pages that are neither guides nor endpoints. */
const others = new Set(['index.html', `${sandboxPlan}.html`, `${howItWorks}.html`]);

/** The built pages of a folder, largest HTML first: a longer page also loads more data. */
function pagesBySize(site: string, folder: string): string[] {
  const sizeOf = (name: string) => statSync(join(site, folder, name)).size;
  const pages = readdirSync(join(site, folder)).filter((name) => name.endsWith('.html') && !others.has(name));
  return pages.sort((a, b) => sizeOf(b) - sizeOf(a)).map((name) => `${folder}/${name.replace(/\.html$/, '')}`);
}

/** Pages of the other languages differ in their words alone: so many of the largest are weighed. */
const fewest = 5;

/** Every guide in one language, the largest in the others; the largest endpoint page of each API in each language. */
function choosePages(site: string, caisDir: string): Record<keyof typeof budgets, string[]> {
  const apis = listApis(caisDir).filter(({ faulty, operations }) => !faulty && operations > 0);
  const folders = Object.keys(readApis(caisDir)).map((locale, index) => (index === 0 ? '' : `${locale}/`));
  return {
    guide: folders.flatMap((folder, index) => [
      ...pagesBySize(site, `${folder}guides`).slice(0, index === 0 ? undefined : fewest),
      ...apis
        .map(({ slug }) => `${folder}reference/${slug}/${howItWorks}`)
        .filter((page) => existsSync(join(site, `${page}.html`))),
    ]),
    endpoint: folders.flatMap((folder) =>
      apis.flatMap(({ slug }) => pagesBySize(site, `${folder}reference/${slug}`).slice(0, 1)),
    ),
  };
}

/** Bytes of markup per navigation link, without its text: a large API repeats some seventy links on each of a thousand pages. */
const linkBudget = 120;

function weighNavigation(site: string, pages: string[]): number {
  const navigations = pages.map((page) => {
    const html = readFileSync(join(site, `${page}.html`), 'utf8');
    return /<ul class="theme-doc-sidebar-menu[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '';
  });
  const tags = navigations.flatMap((html) => html.match(/<[^>]*>/g) ?? []);
  return tags.join('').length / tags.filter((tag) => tag.startsWith('<a ')).length;
}

const { caisDir } = readSettings(resolve(import.meta.dirname, '..'));
const site = join(caisDir, 'site');
const { origin, close } = await serveFolder(site);
const browser = await openBrowser();
for (const [kind, pages] of Object.entries(choosePages(site, caisDir))) {
  const budget = budgets[kind as keyof typeof budgets];
  const weighed = await weighPages(
    browser,
    pages.map((page) => `${origin}/${page}`),
  );
  const [heaviest] = weighed.sort((a, b) => b.weight - a.weight);
  if (!heaviest || weighed.some(({ weight }) => weight === 0))
    throw new Error(`A ${kind} page of ${site} loads no scripts. Is the site built?`);
  const fits = heaviest.weight <= budget;
  console.log(
    `  ${fits ? '✓' : '✗'} ${pages.length} ${kind} pages, the heaviest ${heaviest.weight.toFixed(1)} kB of ${budget} kB: ${new URL(heaviest.url).pathname}`,
  );
  if (!fits) process.exitCode = 1;
}
await browser.close();
close();
const link = weighNavigation(site, choosePages(site, caisDir).endpoint);
console.log(
  `  ${link <= linkBudget ? '✓' : '✗'} a link of the navigation takes ${link.toFixed(0)} bytes of ${linkBudget}`,
);
if (!(link <= linkBudget)) process.exitCode = 1;
