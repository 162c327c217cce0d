import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import postcss, { type AtRule, type Root, type Rule } from 'postcss';

/** The link to the styles of the whole portal, as the page generator writes it. */
const stylesLink = /<link rel="?stylesheet"? href="?([^"\s>]+?\/(styles\.\w+\.css))"?\s*\/?>/;
const fontFile = /url\("?([^")]+\.woff2)"?\)/;
const classAttribute = /\sclass=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const classInSelector = /\.((?:\\.|[\w-])+)/g;

/**
 * Lets each page below `site` show itself with the rules that its HTML needs: pages of one kind share such a file, which their head
 * links to. The styles of the whole portal, which hold the same rules once more and in the same order, follow at the end of the body,
 * where they keep no text from being drawn. The fonts of plain text and code are asked for at once, since nearly every page has both.
 */
export function writeFirstStyles(site: string): void {
  const sheets = new Map<string, Root>();
  for (const { styles, kind, files, classes } of groupPages(site)) {
    const sheet = sheets.getOrInsertComputed(styles, () => postcss.parse(readFileSync(join(site, styles), 'utf8')));
    const css = rulesFor(sheet, classes).toString();
    const name = `${kind}.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
    writeFileSync(join(site, dirname(styles), name), css);
    const fonts = plainFonts(sheet);
    for (const page of files) linkFirst(join(site, page), name, fonts);
  }
}

/** Pages of one kind and one language, whose styles lie with it, and the classes that their HTML has. */
interface PageGroup {
  styles: string;
  kind: string;
  files: string[];
  classes: Set<string>;
}

function groupPages(site: string): Iterable<PageGroup> {
  const groups = new Map<string, PageGroup>();
  for (const page of globSync('**/*.html', { cwd: site })) {
    const html = readFileSync(join(site, page), 'utf8');
    const [, , name] = stylesLink.exec(html) ?? [];
    if (!name) continue;
    const parts = page.split(sep);
    const language = existsSync(join(site, parts[0] ?? '', 'assets')) && parts.length > 1 ? parts.shift() : undefined;
    const [styles, kind] = [join(language ?? '', 'assets', 'css', name), kindOf(parts)];
    const empty = () => ({ styles, kind, files: [], classes: new Set<string>() });
    const group = groups.getOrInsertComputed([styles, kind].join('\n'), empty);
    group.files.push(page);
    for (const [, double, single, bare] of html.matchAll(classAttribute))
      for (const word of (double ?? single ?? bare ?? '').split(/\s+/)) group.classes.add(word);
  }
  return groups.values();
}

/** `guides/webhooks.html` is a guide, `reference/orders/create-order.html` a reference page, `keys.html` a page. */
function kindOf([folder = '', ...rest]: string[]): string {
  if (rest.length > 0) return folder;
  return folder === 'index.html' ? 'home' : 'page';
}

/** The rules whose selectors name no class that `classes` lacks; those that name none stay. */
function rulesFor(sheet: Root, classes: Set<string>): Root {
  const first = sheet.clone();
  first.walkRules((rule) => {
    if (isStepOfAnimation(rule)) return;
    const selectors = rule.selectors.filter((selector) =>
      [...selector.matchAll(classInSelector)].every(([, name = '']) => classes.has(name.replaceAll('\\', ''))),
    );
    if (selectors.length === 0) rule.remove();
    else rule.selectors = selectors;
  });
  first.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  return first;
}

function isStepOfAnimation({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && (parent as AtRule).name.endsWith('keyframes');
}

/** The files of the fonts that have the weight of plain text. */
function plainFonts(sheet: Root): string[] {
  const files: string[] = [];
  sheet.walkAtRules('font-face', (face) => {
    const descriptors = new Map<string, string>();
    face.walkDecls(({ prop, value }) => void descriptors.set(prop, value));
    const [from = 400, to = from] = (descriptors.get('font-weight') ?? '400').split(' ').map(Number);
    const [, file] = fontFile.exec(descriptors.get('src') ?? '') ?? [];
    if (file && from <= 400 && to >= 400) files.push(file);
  });
  return files;
}

function linkFirst(file: string, name: string, fonts: string[]): void {
  const html = readFileSync(file, 'utf8');
  const [link = '', href = ''] = stylesLink.exec(html) ?? [];
  const preloads = fonts.map((font) => `<link rel=preload as=font type=font/woff2 crossorigin href="${font}">`);
  const first = `<link rel=stylesheet href="${href.replace(basename(href), name)}">`;
  const all = `<link rel=stylesheet href="${href}">`;
  writeFileSync(
    file,
    html.replace(link, [first, ...preloads].join('')).replace(/<\/body>|$/, (end) => `${all}${end}`),
  );
}
