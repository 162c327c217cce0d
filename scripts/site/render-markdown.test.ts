import assert from 'node:assert/strict';
import test from 'node:test';
import { firstParagraph, renderMarkdown } from './render-markdown.ts';

test('raw HTML and script URLs are neutralized', () => {
  assert.equal(renderMarkdown('<script>x</script>', 'en'), '&lt;script&gt;x&lt;/script&gt;');
  assert.equal(renderMarkdown('[a](javascript:x)', 'en'), '<p><a href="">a</a></p>');
});

test('links to pages stay in the language of the text, other links are unchanged', () => {
  const text = '[a](/guides/errors#x) [b](/downloads) [c](/sandbox/notas/v1) [d](/downloads/notas/openapi.yaml)';
  const addresses = (locale: 'pt-BR' | 'en') =>
    [...renderMarkdown(text, locale).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  assert.deepEqual(addresses('pt-BR'), [
    '/guides/errors#x',
    '/downloads',
    '/sandbox/notas/v1',
    '/downloads/notas/openapi.yaml',
  ]);
  assert.deepEqual(addresses('en'), [
    '/en/guides/errors#x',
    '/en/downloads',
    '/sandbox/notas/v1',
    '/downloads/notas/openapi.yaml',
  ]);
});

test('headings start below those of the page and preserve their order', () => {
  assert.equal(renderMarkdown('# A\n\n## B', 'en', 2), '<h2>A</h2>\n<h3>B</h3>');
  assert.equal(renderMarkdown('#### A', 'en'), '<h3>A</h3>');
});

test('the first paragraph is plain text, cut at a word boundary', () => {
  assert.equal(firstParagraph('Some **bold** & `code`\nhere.\n\nMore.'), 'Some bold & code here.');
  assert.equal(firstParagraph('one two three', 8), 'one two…');
});
