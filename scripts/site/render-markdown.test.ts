import assert from 'node:assert/strict';
import test from 'node:test';
import { firstParagraph, renderMarkdown } from './render-markdown.ts';

test('raw HTML and script URLs are neutralized', () => {
  assert.equal(renderMarkdown('<script>x</script>'), '&lt;script&gt;x&lt;/script&gt;');
  assert.equal(renderMarkdown('[a](javascript:x)'), '<p><a href="">a</a></p>');
});

test('headings start below those of the page and preserve their order', () => {
  assert.equal(renderMarkdown('# A\n\n## B', 2), '<h2>A</h2>\n<h3>B</h3>');
  assert.equal(renderMarkdown('#### A'), '<h3>A</h3>');
});

test('the first paragraph is plain text, cut at a word boundary', () => {
  assert.equal(firstParagraph('Some **bold** & `code`\nhere.\n\nMore.'), 'Some bold & code here.');
  assert.equal(firstParagraph('one two three', 8), 'one two…');
});
