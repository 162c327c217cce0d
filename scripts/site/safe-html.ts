import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { type ImagePolicy, showsImage } from '../../server/settings/portal/description-images.ts';

/** What GitHub lets through, and nothing of what is a program, a form or a page of its own: these go with what is in them. */
const schema: Schema = {
  ...defaultSchema,
  // Of several sources of a picture, no policy says which one is shown.
  tagNames: defaultSchema.tagNames?.filter((name) => name !== 'picture' && name !== 'source') ?? [],
  strip: [
    'script',
    'style',
    'iframe',
    'object',
    'embed',
    'template',
    'noscript',
    'noembed',
    'noframes',
    'svg',
    'math',
  ].concat(['form', 'button', 'select', 'textarea', 'title', 'audio', 'video', 'canvas']),
  protocols: {
    ...defaultSchema.protocols,
    href: ['http', 'https', 'mailto', 'tel'],
    src: ['http', 'https', 'data'],
  },
};

const known = new Set([
  ...(schema.tagNames ?? []),
  ...(schema.strip ?? []),
  'picture',
  'source',
  'input',
  'html',
  'head',
  'body',
]);

/** Whether a text is a tag of HTML, and no placeholder such as `<token>`. */
export function isTag(text: string): boolean {
  const [, name] = /^<\/?([a-z][\w-]*)/i.exec(text) ?? [];
  return name === undefined || known.has(name.toLowerCase());
}

/**
 * Reads HTML as a browser does, and keeps of it what cannot do anything: no program, style, form or frame, and no id that a page has
 * itself. An image that the portal's settings do not allow becomes a link to it.
 */
export function safeTree(html: string, images?: ImagePolicy): Root {
  const tree = fromHtml(html, { fragment: true });
  prepare(tree);
  const safe = sanitize(tree, schema) as Root;
  placeImages(safe, images, false);
  return safe;
}

/** Markdown has ids and boxes of its own: footnotes, whose ids get their prefix again, and lists of tasks. */
function prepare(node: Root | Element): void {
  node.children = (node.children as RootContent[]).filter(
    (child) => !isInput(child) || isTask(child),
  ) as ElementContent[];
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const { id } = child.properties;
    if (typeof id === 'string') child.properties.id = id.replace(/^(user-content-)+/, '');
    prepare(child);
  }
}

function isInput(node: RootContent): node is Element {
  return node.type === 'element' && node.tagName === 'input';
}

function isTask({ properties }: Element): boolean {
  return properties.type === 'checkbox' && properties.disabled === true;
}

function placeImages(node: Root | Element, images: ImagePolicy | undefined, inLink: boolean): void {
  node.children = (node.children as ElementContent[]).flatMap((child) => {
    if (child.type !== 'element') return [child];
    if (child.tagName === 'img') return placeImage(child, images, inLink);
    placeImages(child, images, inLink || child.tagName === 'a');
    return [child];
  });
}

function placeImage(
  { properties, ...image }: Element,
  images: ImagePolicy | undefined,
  inLink: boolean,
): ElementContent[] {
  const { src = '', alt } = properties;
  const source = String(src);
  if (showsImage(source, images)) return [{ ...image, properties: { ...properties, alt: alt ?? '', loading: 'lazy' } }];
  const isPage = /^https?:\/\//i.test(source) && URL.canParse(source);
  const name = String(alt || (isPage ? (new URL(source).pathname.split('/').at(-1) ?? '') : ''));
  const text: ElementContent = { type: 'text', value: name || (isPage ? source : '') };
  if (!isPage || inLink) return [text];
  return [{ type: 'element', tagName: 'a', properties: { href: source }, children: [text] }];
}
