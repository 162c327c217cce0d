import { say } from '../../answers/say.ts';
import { propertyOf } from '../../openapi/coerce.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { memoize } from '../../openapi/memoize.ts';
import type { Tree } from '../../openapi/nested-names.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { type XmlElement, XmlFault } from './read-xml.ts';
import { decodeName, elementOfItems, elementOfProperty, nodeOf } from './xml-names.ts';

/** Converts an element to a tree; the schema maps elements to properties and determines lists. */
export function treeOf(document: OpenApiDocument, schema: Schema | undefined, element: XmlElement): Tree {
  if (isNil(element)) return null;
  const { types, items } = shapeOf(document, schema);
  if (types.has('array')) return listOf(document, items, [element], true);
  const { names, inside } = layoutOf(schema ?? anything, document);
  const attributes = attributesOf(element, names);
  const isLeaf =
    element.children.length === 0 && (!types.has('object') || (attributes.length === 0 && inside.length === 0));
  if (isLeaf) return element.text.trim() === '' ? element.text.trim() : element.text;

  const nameOf = (written: string) => safe(names.get(written) ?? decodeName(written));
  const tree = new Map<string, Tree>(attributes.map(([name, value]) => [nameOf(name), value]));
  const taken = new Set<XmlElement>();
  for (const { name, property, node } of inside) {
    if (node !== 'none') {
      if (element.text !== '') tree.set(name, element.text);
      continue;
    }
    const own = layoutOf(property, document).names;
    const children = element.children.filter((child) => own.has(child.name) && !names.has(child.name));
    for (const child of children) taken.add(child);
    if (children.length > 0)
      tree.set(name, treeOf(document, property, { name, attributes: new Map(), children, text: '' }));
  }
  const others = element.children.filter((child) => !taken.has(child));
  for (const [name, elements] of Map.groupBy(others, (child) => nameOf(child.name))) {
    const property = propertyOf(document, schema, name);
    const shape = shapeOf(document, property);
    if (shape.types.has('array'))
      tree.set(name, listOf(document, shape.items, elements, nodeOf(document, property) === 'element'));
    else
      tree.set(
        name,
        elements.length === 1
          ? treeOf(document, property, elements[0] as XmlElement)
          : elements.map((each) => treeOf(document, property, each)),
      );
  }
  return Object.fromEntries(tree);
}

const anything: Schema = {};

/** The properties of a schema by what they are called in XML, and those that have no element of their own. */
const layoutOf = memoize((schema: Schema, document: OpenApiDocument) => {
  const { properties } = shapeOf(document, schema);
  const all = Object.entries(properties);
  // A property's own name goes before that of another list's items.
  const ofItems = all.flatMap(([name, property]) => {
    const element = itemsIn(document, property);
    return element === undefined ? [] : [[element, name] as const];
  });
  const own = all.map(([name, property]) => [elementOfProperty(name, property), name] as const);
  return { names: new Map([...ofItems, ...own]), inside: insideOf(document, properties) };
});

/** The element of the items of a list that has none itself. */
function itemsIn(document: OpenApiDocument, property: Schema): string | undefined {
  const { types, items } = shapeOf(document, property);
  return types.has('array') && nodeOf(document, property) === 'none' ? elementOfItems(document, items) : undefined;
}

/** Attributes that say something of a value: no declarations, and with a prefix only those that the schema has. */
function attributesOf({ attributes }: XmlElement, names: Map<string, string>): [string, string][] {
  return [...attributes].flatMap(([written, value]): [string, string][] => {
    const [prefix = '', name] = written.split(':');
    if (name === undefined) return written === 'xmlns' ? [] : [[written, value]];
    return /^(xmlns|xml|xsi)$/.test(prefix) || !names.has(name) ? [] : [[name, value]];
  });
}

/** The properties that have no element of their own: the text of their object's, and objects whose properties stand in it. */
function insideOf(document: OpenApiDocument, properties: Record<string, Schema>) {
  return Object.entries(properties).flatMap(([name, property]) => {
    const node = nodeOf(document, property);
    const isInside =
      /^(text|cdata)$/.test(node) || (node === 'none' && shapeOf(document, property).types.has('object'));
    return isInside ? [{ name, property, node }] : [];
  });
}

/** A list is either wrapped in an element, or its element is repeated. */
function listOf(document: OpenApiDocument, items: Schema | undefined, elements: XmlElement[], wrapped: boolean): Tree {
  const [first] = elements;
  if (elements.length === 1 && first && isNil(first)) return null;
  const found = wrapped
    ? elements.flatMap((element) =>
        element.children.length > 0 || element.text.trim() === '' ? element.children : [element],
      )
    : elements;
  return found.map((item) => treeOf(document, items, item));
}

function isNil({ attributes }: XmlElement): boolean {
  return [...attributes].some(([name, value]) => name.endsWith(':nil') && /^(true|1)$/.test(value));
}

function safe(name: string): string {
  if (!/^(__proto__|constructor|prototype)$/.test(name)) return name;
  throw new XmlFault(say('xml.unsafe-name', { name }));
}
