import { upgrade } from '@scalar/openapi-upgrader';
import { addShownNames } from './add-shown-names.ts';
import type { MediaType, OpenApiDocument, Parameter, Response, Server } from './document-types.ts';
import { readUntypedItems } from './read-untyped-items.ts';
import { findByPointer } from './resolve.ts';
import { withSentTypes } from './sent-content.ts';
import { findVersion } from './version-of.ts';
import { walkNodes } from './walk-nodes.ts';

type Named = Record<string, unknown>;

/** Lifts a checked document of any version to OpenAPI 3.1, with what 3.2 has besides, in place; nothing else may use it. */
export function liftDocument(document: Named): OpenApiDocument {
  const version = findVersion(document);
  if (version === '2.0') inlineBodies(document);
  // What documents before 3.1 call them.
  if (isNamed(document['x-webhooks'])) document.webhooks ??= document['x-webhooks'];
  delete document['x-webhooks'];
  if (version === '3.0')
    walkNodes(document, (node, path) => {
      allowNull(node);
      // The schema of what is binary is lost when it is lifted.
      if (isNamed(node.content) && path.includes('responses'))
        node.content = withSentTypes(document as unknown as OpenApiDocument, node as Response).content;
    });
  const lifted = upgrade(document, '3.1') as unknown as OpenApiDocument;
  if (version === '3.2') readThreeTwo(lifted);
  readUntypedItems(lifted as unknown as Named);
  addShownNames(lifted as unknown as Named);
  return lifted;
}

/** Bodies are parameters in Swagger 2.0; those that stand elsewhere are not seen as bodies where they are referred to. */
function inlineBodies(document: Named): void {
  document.swagger = '2.0';
  for (const item of Object.values((document.paths ?? {}) as Record<string, Named>))
    for (const holder of [item, ...Object.values(item)] as { parameters?: unknown }[]) {
      if (!Array.isArray(holder?.parameters)) continue;
      holder.parameters = holder.parameters.map((parameter: { $ref?: string; in?: string }) => {
        const target = parameter.$ref && (findByPointer(document, parameter.$ref) as Parameter | undefined);
        return target && /^(body|formData)$/.test(target.in) ? structuredClone(target) : parameter;
      });
    }
}

/** In 3.0, null has to be in the enum of what is nullable; hardly any document knows. */
function allowNull(node: Named): void {
  if (node.nullable === true && Array.isArray(node.enum) && !node.enum.includes(null)) node.enum.push(null);
}

/** Turns what 3.2 has anew into what 3.1 has, as far as that says the same. */
function readThreeTwo(document: OpenApiDocument): void {
  for (const tag of document.tags ?? []) if (tag.summary) tag['x-displayName'] ??= tag.summary;
  walkNodes(document, (node) => {
    if (Array.isArray(node.servers))
      for (const server of node.servers as Server[]) if (server?.name) server['x-name'] ??= server.name;
    if (node.in === 'querystring') readQueryString(node as unknown as Parameter);
    if (node.content)
      node.content = readContent(document, node.content as Record<string, MediaType & { $ref?: string }>);
    if (typeof node.summary === 'string' && node.content) node.description ??= node.summary;
    for (const example of Object.values((isNamed(node.examples) ? node.examples : {}) as Record<string, Named>))
      if (example && !('value' in example)) example.value = example.dataValue ?? example.serializedValue;
  });
}

/** Media types may stand in the components, too; of a stream, each item has a schema. */
function readContent(document: OpenApiDocument, content: Record<string, MediaType & { $ref?: string }>) {
  const read = ({ $ref, ...own }: MediaType & { $ref?: string }): MediaType => {
    const media = $ref ? ((findByPointer(document, $ref) ?? {}) as MediaType) : own;
    return media.itemSchema && !media.schema ? { ...media, schema: media.itemSchema } : media;
  };
  return Object.fromEntries(Object.entries(content).map(([type, media]) => [type, read(media ?? {})]));
}

/**
 * A query string as a whole: a form, as it nearly always is, has the same text as an object of which each property is a parameter.
 * Any other media type has no name and no pairs: a style that only this project knows.
 */
function readQueryString(parameter: Parameter): void {
  const [mediaType = '', content] = Object.entries(parameter.content ?? {})[0] ?? [];
  if (content && !/x-www-form-urlencoded/.test(mediaType)) {
    Object.assign(parameter, { in: 'query', style: 'querystring' });
    return;
  }
  delete parameter.content;
  Object.assign(parameter, { in: 'query', style: 'form', explode: true, schema: content?.schema ?? {} });
  if (content?.example !== undefined) parameter.example ??= content.example;
}

function isNamed(value: unknown): value is Named {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
