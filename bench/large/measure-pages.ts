import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { howItWorks, sandboxPlan } from '../../scripts/site/pages.ts';
import { serveFolder } from '../../scripts/site/serve-folder.ts';
import { openBrowser, weighPage } from '../../scripts/weigh-page.ts';

export interface PageFigures {
  /** Size of the entire build without the compressed copies, in MB of 1,000,000 bytes. */
  output: number;
  pages: number;
  /** HTML size of the API's endpoint pages, in kB. */
  median: number;
  largest: number;
  /** Scripts of the median and the largest page, gzipped, in kB. */
  scripts: number;
  scriptsOfLargest: number;
}

export interface HtmlFigures {
  output: number;
  pages: number;
  /** HTML size of the endpoint pages, in kB: the median, that of 95 % at most, and the largest. */
  median: number;
  most: number;
  largest: number;
  /** What a browser fetches for the median one, in kB. */
  data: number;
}

/** Measures the endpoint pages of APIs of a built site, in its default language. */
export function measureHtml(site: string, slugs: string[]): HtmlFigures {
  const sizes = (extension: string) =>
    slugs.flatMap((slug) => listPages(site, slug, extension).map(({ size }) => size / 1000)).sort((a, b) => a - b);
  const [html, data] = [sizes('.html'), sizes('.json')];
  const at = (share: number, of = html) => of[Math.min(of.length - 1, Math.floor(of.length * share))] ?? 0;
  return {
    output: sizeOf(site) / 1e6,
    pages: html.length,
    median: at(0.5),
    most: at(0.95),
    largest: at(1),
    data: at(0.5, data),
  };
}

function listPages(site: string, slug: string, extension = '.html'): { name: string; size: number }[] {
  const folder = join(site, 'reference', slug);
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension) && !others.has(name.slice(0, -extension.length)))
    .map((name) => ({ name: name.slice(0, -extension.length), size: statSync(join(folder, name)).size }))
    .sort((a, b) => a.size - b.size);
}

/** The pages of an API as a whole. */
const others = new Set([sandboxPlan, howItWorks]);

/** Measures a built site, and the pages of one of its APIs. */
export async function measurePages(site: string, slug: string): Promise<PageFigures> {
  const folder = join('reference', slug);
  const pages = listPages(site, slug);
  const [median, largest] = [pages[Math.floor(pages.length / 2)], pages.at(-1)];
  if (!median || !largest) throw new Error(`There are no pages in ${join(site, folder)}.`);
  const { origin, close } = await serveFolder(site);
  const browser = await openBrowser();
  try {
    const weigh = (name: string) => weighPage(browser, `${origin}/${folder}/${name}`);
    return {
      output: sizeOf(site) / 1e6,
      pages: pages.length,
      median: median.size / 1000,
      largest: largest.size / 1000,
      scripts: await weigh(median.name),
      scriptsOfLargest: await weigh(largest.name),
    };
  } finally {
    await browser.close();
    close();
  }
}

/** Whether a page's HTML contains these texts without scripts. */
export function htmlHas(site: string, page: string, texts: string[]): boolean {
  const html = readFileSync(join(site, `${page}.html`), 'utf8');
  return texts.every((text) => html.includes(text));
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.br'))
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
