// `npm run bench:looks -- <name>`: pictures of a page of each kind, at four widths, in light and dark, in each language, as
// `.cais/looks/<name>/…png`. `-- <name> --against <earlier name>` tells which of them differ from earlier ones, and by how many pixels.
// `--pages keys,webhooks` and `--languages en` take only some.
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../../scripts/find-chromium.ts';
import { startPortal } from '../../scripts/portal-process.ts';
import { root, runChild } from '../../scripts/run-child.mjs';
import { readSettings } from '../../scripts/site/settings.ts';
import { comparePictures } from './compare-pictures.ts';
import { pages } from './pages.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    against: { type: 'string' },
    pages: { type: 'string' },
    languages: { type: 'string', default: 'pt,en,es' },
  },
});
const { caisDir } = readSettings(root);
const folderOf = (name: string) => join(caisDir, 'looks', name);
const folder = folderOf(positionals[0] ?? 'now');
const widths = [360, 768, 1280, 1920];
const prefixes: Record<string, string> = { pt: '', en: '/en', es: '/es' };

mkdirSync(folder, { recursive: true });
await runChild('node', ['scripts/ensure-site.mjs']);
const portal = await startPortal({ DATA_DIR: mkdtempSync(join(tmpdir(), 'cais-looks-')) });
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const language of values.languages.split(',')) await pictureAll(language);
  if (values.against) await compareAll(values.against);
} finally {
  await browser.close();
  await portal.end();
}

function* named(): Iterable<[name: string, path: string]> {
  const wanted = values.pages?.split(',');
  for (const [name, path] of Object.entries(pages)) if (!wanted || wanted.includes(name)) yield [name, path];
}

async function pictureAll(language: string): Promise<void> {
  // One context, so one guest's workspace: the pages show the same things at each width.
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const [name, path] of named()) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of widths) await picture(page, language, path, { name, colorScheme, width });
    }
    console.log(`${language} ${name}`);
  }
  await context.close();
}

async function picture(
  page: Page,
  language: string,
  path: string,
  { name, colorScheme, width }: { name: string; colorScheme: string; width: number },
): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(portal.origin + prefixes[language] + path, { waitUntil: 'networkidle' }).catch(() => {
    // A page with a live stream is never idle.
  });
  await page.locator(`html[data-theme="${colorScheme}"][data-has-hydrated="true"]`).waitFor();
  const file = join(folder, `${name}-${language}-${colorScheme}-${width}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
}

async function compareAll(against: string): Promise<void> {
  const page = await browser.newPage();
  for (const [name] of named())
    for (const language of values.languages.split(','))
      for (const scheme of ['light', 'dark'])
        for (const width of widths) {
          const file = `${name}-${language}-${scheme}-${width}.png`;
          const before = join(folderOf(against), file);
          if (!existsSync(before)) continue;
          const share = await comparePictures(page, before, join(folder, file), join(folder, `differs-${file}`));
          if (share > 0.0005) console.log(`${(share * 100).toFixed(1).padStart(5)} %  ${file}`);
        }
}
