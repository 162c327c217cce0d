import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { firstParagraph, renderMarkdown } from './render-markdown.ts';

describe('HTML in descriptions is what GitHub would show of it', () => {
  const shown: [what: string, markdown: string, html: string][] = [
    ['line breaks', 'One<br>two', '<p>One<br>two</p>'],
    [
      'paragraphs and links',
      '<p>A <b>b</b> <a href="https://example.com/x">c</a></p>',
      '<p>A <b>b</b> <a href="https://example.com/x">c</a></p>',
    ],
    [
      'what folds',
      '<details><summary>More</summary>\n\nIn *it*\n\n</details>',
      '<details><summary>More</summary>\n<p>In <em>it</em></p>\n</details>',
    ],
    ['comments are not shown', 'a <!-- b --> c', '<p>a  c</p>'],
    ['what was not closed ends with the text', '<div><b>x', '<div><b>x</b></div>'],
    ['less-than signs stay text', 'a < b && c > d', '<p>a &lt; b &amp;&amp; c > d</p>'],
    ['lists of tasks', '- [x] done <br>', '<ul>\n<li><input type="checkbox" disabled checked> done <br></li>\n</ul>'],
  ];
  for (const [what, markdown, html] of shown) test(what, () => assert.equal(renderMarkdown(markdown), html));
});

describe('what could do something is gone', () => {
  const gone: [what: string, markdown: string, html: string][] = [
    ['scripts', 'a <script>alert(1)</script>b', '<p>a b</p>'],
    ['styles', '<style>p { color: red }</style><p style="color:red" class="navbar">a</p>', '<p>a</p>'],
    ['handlers', '<a href="/x" onclick="alert(1)">a</a>', '<p><a href="/x">a</a></p>'],
    [
      'addresses that are programs',
      '[a](javascript:x) <a href=" JavaScript:x">b</a>',
      '<p><a href="">a</a> <a>b</a></p>',
    ],
    ['frames', '<iframe src="https://example.com"></iframe>a', 'a'],
    ['forms', '<form action="/x"><input name="a"><button>b</button></form>a', 'a'],
    ['fields', 'a <input type="text" autofocus> <input type="checkbox" name="b">', '<p>a  </p>'],
    ['drawings', '<svg><a xlink:href="javascript:x"><text>x</text></a></svg>a', '<p>a</p>'],
    [
      'ids that pages have',
      '<a id="try" name="main">a</a>',
      '<p><a id="user-content-try" name="user-content-main">a</a></p>',
    ],
  ];
  for (const [what, markdown, html] of gone) test(what, () => assert.equal(renderMarkdown(markdown), html));
});

test('text that MDX would run stays text', () => {
  const text = "import x from 'y'\n\nexport const a = {\n\n{id} {/* c */} {{name}} $x\n\n:::note";
  assert.equal(
    renderMarkdown(text),
    "<p>import x from 'y'</p>\n<p>export const a = {</p>\n<p>{id} {/* c */} {{name}} $x</p>\n<p>:::note</p>",
  );
  assert.match(
    renderMarkdown('| `{a}` | <b> |\n|-|-|\n| a \\| b | `<i>` |'),
    /<th><code>\{a}<\/code><\/th>.*<td>a \| b<\/td>.*&lt;i>/s,
  );
});

describe('images are those that the settings allow', () => {
  const outside = '![A picture](https://img.example.com/a.png)';
  test('the others are links to them', () => {
    assert.equal(renderMarkdown(outside), '<p><a href="https://img.example.com/a.png">A picture</a></p>');
    assert.equal(
      renderMarkdown('<img src="https://example.com/b.png">'),
      '<p><a href="https://example.com/b.png">b.png</a></p>'.replaceAll(/<\/?p>/g, ''),
    );
    assert.equal(
      renderMarkdown(`[${outside}](https://example.com)`),
      '<p><a href="https://example.com">A picture</a></p>',
    );
    assert.equal(renderMarkdown('![here](./b.png)'), '<p>here</p>');
  });
  test('own ones are shown', () => {
    assert.equal(renderMarkdown('![b](/img/b.png)'), '<p><img src="/img/b.png" alt="b" loading="lazy"></p>');
    assert.match(renderMarkdown('![b](//evil.example/b.png)'), /<p>b<\/p>/);
    assert.match(
      renderMarkdown('<img src="data:image/png;base64,AA==" alt="c">'),
      /<img src="data:image\/png;base64,AA==" alt="c"/,
    );
    assert.doesNotMatch(renderMarkdown('<img src="data:text/html,x" alt="c">'), /data:/);
    assert.equal(renderMarkdown('![b](/img/b.png)', 3, 'none'), '<p>b</p>');
  });
  test('hosts may be named, or all be allowed', () => {
    assert.match(renderMarkdown(outside, 3, ['*.example.com']), /<img src="https:\/\/img.example.com/);
    assert.match(renderMarkdown(outside, 3, ['other.example']), /<a /);
    assert.match(renderMarkdown(outside, 3, 'all'), /<img /);
    assert.match(renderMarkdown(outside.replace('https', 'http'), 3, 'all'), /<a /, 'only over https, as the pages');
  });
});

test('footnotes lead to their text', () => {
  const html = renderMarkdown('a[^1] <br>\n\n[^1]: b');
  assert.match(html, /href="#user-content-fn-1"/);
  assert.match(html, /id="user-content-fn-1"/);
});

test('headings start below those of the page and preserve their order', () => {
  assert.equal(renderMarkdown('# A\n\n## B', 2), '<h2>A</h2>\n<h3>B</h3>');
  assert.equal(renderMarkdown('#### A'), '<h3>A</h3>');
  assert.equal(renderMarkdown('<h1 align="center">A</h1>'), '<h3 align="center">A</h3>');
});

test('the first paragraph is plain text, cut at a word boundary', () => {
  assert.equal(firstParagraph('Some **bold** & `code`\nhere.\n\nMore.'), 'Some bold & code here.');
  assert.equal(firstParagraph('one two three', 8), 'one two…');
  assert.equal(firstParagraph('<!-- none -->\n\n<h1>A</h1>\n\nb'), 'A');
  assert.equal(firstParagraph('One<br>two <b>three</b>'), 'One two three');
});
