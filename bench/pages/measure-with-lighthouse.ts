import { findChromium } from '../../scripts/find-chromium.ts';
import { loadTool } from './tools.ts';

interface Audit {
  numericValue?: number;
  details?: { items?: { wastedBytes?: number }[] };
}

interface Result {
  lhr: { categories: Record<string, { score: number }>; audits: Record<string, Audit> };
}

interface Chrome {
  port: number;
  kill(): void;
}

/** What Lighthouse says of a page on a simulated telephone: scores of 0 to 100, times in ms, bytes in kB of 1000. */
export interface PageFigures {
  performance: number;
  /** The least of accessibility, best practices and search engines. */
  others: number;
  contentful: number;
  blocked: number;
  shift: number;
  unused: number;
  transferred: number;
}

/** Measures each page so often by Lighthouse's own simulated throttling, and takes the medians. */
export async function measureWithLighthouse(urls: string[], times: number): Promise<Map<string, PageFigures>> {
  const { default: lighthouse } = await loadTool<{ default: (url: string, flags: object) => Promise<Result> }>(
    'lighthouse',
  );
  const { launch } = await loadTool<{ launch: (options: object) => Promise<Chrome> }>('chrome-launcher');
  const figures = new Map<string, PageFigures>();
  for (const url of urls) {
    const runs: PageFigures[] = [];
    for (let run = 0; run < times; run++) {
      // A browser of its own for each run: what one page has left in a cache is nothing to the next.
      const chrome = await launch({
        chromePath: await findChromium(),
        chromeFlags: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
      try {
        runs.push(readFigures(await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error' })));
      } finally {
        chrome.kill();
      }
    }
    figures.set(url, medianOf(runs));
  }
  return figures;
}

function readFigures({ lhr: { categories, audits } }: Result): PageFigures {
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string) => audits[name]?.numericValue ?? 0;
  const wasted = audits['unused-javascript']?.details?.items ?? [];
  return {
    performance: score('performance'),
    others: Math.min(score('accessibility'), score('best-practices'), score('seo')),
    contentful: value('largest-contentful-paint'),
    blocked: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
    unused: wasted.reduce((sum, { wastedBytes = 0 }) => sum + wastedBytes, 0) / 1000,
    transferred: value('total-byte-weight') / 1000,
  };
}

function medianOf(runs: PageFigures[]): PageFigures {
  const [first] = runs;
  if (!first) throw new Error('A page has to be measured once at least.');
  const names = Object.keys(first) as (keyof PageFigures)[];
  const middle = (name: keyof PageFigures) =>
    runs.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return Object.fromEntries(names.map((name) => [name, middle(name)])) as unknown as PageFigures;
}
