import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../../server/testing/test-specs.ts';
import { writeFirstStyles } from './first-styles.ts';

const styles = [
  '@font-face{font-family:Text;font-weight:100 700;src:url(/assets/fonts/text.woff2)format("woff2")}',
  '@font-face{font-family:Code;font-weight:600;src:url(/assets/fonts/bold.woff2)format("woff2")}',
  'a{color:teal}',
  '.open_x1,.shut_x2{color:red}',
  '.open_x1 .dialog_x3{top:0}',
  '@media print{.shut_x2{display:none}}',
  '@keyframes appear{0%{opacity:0}}',
].join('');

test('a page begins with the rules of the classes that pages of its kind have, and gets all styles at its end', () => {
  const site = makeSite({
    'guides/one.html': '<p class=open_x1>One</p>',
    'guides/two.html': '<p class="note_x9 shut_x2">Two</p>',
    'keys.html': '<p class="open_x1">Keys</p>',
  });
  writeFirstStyles(site);
  const keys = readFileSync(join(site, 'keys.html'), 'utf8');
  const [first = '', , all] = [...keys.matchAll(/<link[^>]* href="([^"]+)"/g)].map(([, href]) => href);
  assert.match(first, /^\/assets\/css\/page\.\w{8}\.css$/);
  assert.equal(all, '/assets/css/styles.1a2b.css');
  assert.ok(keys.indexOf('Keys') < keys.indexOf('styles.1a2b.css'));
  const css = readFileSync(join(site, first), 'utf8');
  assert.match(css, /a\{color:teal\}\.open_x1\{color:red\}@keyframes appear\{0%\{opacity:0\}\}/);
  assert.doesNotMatch(css, /shut_x2|dialog_x3|@media/);
  const guides = readdirSync(join(site, 'assets/css')).filter((name) => name.startsWith('guides.'));
  assert.equal(guides.length, 1, 'guides share a file');
  assert.match(
    readFileSync(join(site, 'assets/css', guides[0] ?? ''), 'utf8'),
    /@media print\{\.shut_x2\{display:none\}\}/,
  );
});

test('only the fonts of plain text are asked for at once', () => {
  const site = makeSite({ 'keys.html': '<p>Keys</p>' });
  writeFirstStyles(site);
  const fonts = [...readFileSync(join(site, 'keys.html'), 'utf8').matchAll(/as=font[^>]* href="([^"]+)"/g)];
  assert.deepEqual(
    fonts.map(([, href]) => href),
    ['/assets/fonts/text.woff2'],
  );
});

test('each language has the files of its own pages, also below a path', () => {
  const site = makeSite({ 'keys.html': '<p>Chaves</p>', 'en/keys.html': '<p>Keys</p>' }, '/developers');
  writeFirstStyles(site);
  const [, href] = /<link rel=stylesheet href="([^"]+)"/.exec(readFileSync(join(site, 'en/keys.html'), 'utf8')) ?? [];
  assert.match(href ?? '', /^\/developers\/en\/assets\/css\/page\.\w{8}\.css$/);
  assert.ok(readFileSync(join(site, (href ?? '').replace('/developers', '')), 'utf8'));
});

test('a page without the styles of the portal stays as it is', () => {
  const page = '<!doctype html><p>Figures</p>';
  const site = makeSite({});
  writeFileSync(join(site, 'figures.html'), page);
  writeFirstStyles(site);
  assert.equal(readFileSync(join(site, 'figures.html'), 'utf8'), page);
});

/** Pages as the generator writes them, with their styles for each language. */
function makeSite(pages: Record<string, string>, path = ''): string {
  const site = temporaryFolder();
  write('assets/css/styles.1a2b.css', styles);
  for (const [page, body] of Object.entries(pages)) {
    const language = page.startsWith('en/') ? 'en/' : '';
    write(`${language}assets/css/styles.1a2b.css`, styles);
    const link = `<link rel=stylesheet href=${path}/${language}assets/css/styles.1a2b.css />`;
    write(page, `<!doctype html><html><head>${link}</head><body>${body}</body></html>`);
  }
  return site;

  function write(name: string, content: string): void {
    mkdirSync(dirname(join(site, name)), { recursive: true });
    writeFileSync(join(site, name), content);
  }
}
