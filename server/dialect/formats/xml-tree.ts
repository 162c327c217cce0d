import { say } from '../../answers/say.ts';
import { propertyOf } from '../../openapi/coerce.ts';
import type { OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import type { Tree } from '../../openapi/nested-names.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { type XmlElement, XmlFault } from './read-xml.ts';
import { decodeName, elementOfProperty, isMarked } from './xml-names.ts';

/** Converts an element to a tree; the schema maps elements to properties and determines lists. */
export function treeOf(document: OpenApiDocument, schema: Schema | undefined, element: XmlElement): Tree {
  if (isNil(element)) return null;
  const { types, items, properties } = shapeOf(document, schema);
  if (types.has('array')) return listOf(document, items, [element], true);
  const attributes = [...element.attributes].filter(([name]) => !name.includes(':') && name !== 'xmlns');
  const isLeaf = element.children.length === 0 && (attributes.length === 0 || !types.has('object'));
  if (isLeaf) return element.text.trim() === '' ? element.text.trim() : element.text;

  const names = new Map(
    Object.entries(properties).map(([name, property]) => [elementOfProperty(name, property), name]),
  );
  const nameOf = (written: string) => safe(names.get(written) ?? decodeName(written));
  const tree = new Map<string, Tree>(attributes.map(([name, value]) => [nameOf(name), value]));
  for (const [name, elements] of Map.groupBy(element.children, (child) => nameOf(child.name))) {
    const property = propertyOf(document, schema, name);
    const shape = shapeOf(document, property);
    if (shape.types.has('array'))
      tree.set(name, listOf(document, shape.items, elements, isMarked(document, property, 'wrapped')));
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
