import { without } from '../../server/dialect/formats/example-body.ts';
import { writeXml } from '../../server/dialect/formats/write-xml.ts';
import type { Example, Header, MediaType, Parameter, Response } from '../../server/openapi/document-types.ts';
import { encodingOf } from '../../server/openapi/encoding-of.ts';
import { exampleOfMediaType, exampleOfParameter, preferredMediaType } from '../../server/openapi/examples.ts';
import { filesOf } from '../../server/openapi/file-properties.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import { resolve } from '../../server/openapi/resolve.ts';
import { basePathOf } from '../../server/openapi/servers.ts';
import type {
  MediaTypeData,
  OperationData,
  ParameterData,
  ResponseData,
  SecurityData,
} from '../../src/documents/operation-data.ts';
import { bodyShape } from '../../wire/media-types.ts';
import { makeSamples } from './code-samples.ts';
import { renderMarkdown } from './render-markdown.ts';
import { createSchemaReader } from './schema-reader.ts';
import { readSecurity } from './security-data.ts';

const defaultStyles = { path: 'simple', header: 'simple', query: 'form', cookie: 'form' };

/** Returns a function that builds the data of an operation's page; schemas that operations share are read once. */
export function createOperationReader(
  api: ApiDocument & { lang?: string },
  writeSamples = (operation: Operation, security: SecurityData[][]) => makeSamples(api, operation, security),
): (operation: Operation) => OperationData {
  const { document, slug, title, version, isPlatform, lang, servers } = api;
  const render = (markdown: string | undefined) => renderMarkdown(markdown);
  const schemas = createSchemaReader(document, render);

  function readParameter(parameter: Parameter, references: Set<string>): ParameterData {
    const [mediaType, content] = Object.entries(parameter.content ?? {})[0] ?? [];
    const style = parameter.style ?? defaultStyles[parameter.in];
    const example =
      parameter.required || parameter.example !== undefined || parameter.examples
        ? exampleOfParameter(document, parameter)
        : undefined;
    return {
      name: parameter.name,
      in: parameter.in,
      description: render(parameter.description),
      required: parameter.required ?? false,
      deprecated: parameter.deprecated ?? false,
      style,
      explode: parameter.explode ?? (style === 'form' || style === 'deepObject'),
      allowReserved: parameter.allowReserved ?? false,
      schema: schemas.read(parameter.schema ?? content?.schema, references),
      ...(example !== undefined && { example }),
      ...(mediaType && { mediaType }),
    };
  }

  function readContent(content: Record<string, MediaType>, direction: 'request' | 'response', references: Set<string>) {
    const json = content[preferredMediaType(content) ?? ''];
    return Object.fromEntries(
      Object.entries(content).map(([type, media]) => {
        const data = readMediaType(media, direction, references);
        if (bodyShape(type) === 'multipart')
          return [type, { ...data, example: without(data.example, data.files ?? {}) }];
        const isXml = /[/+]xml$/.test(type);
        if (!isXml && !/x-www-form-urlencoded$/.test(type)) return [type, data];
        // Forms and XML without their own example show that of JSON, in their format.
        const borrows = json && media.example === undefined && media.examples === undefined;
        const example = borrows ? (exampleOfMediaType(document, json, direction) ?? null) : data.example;
        const isWritten = !isXml || typeof example === 'string';
        return [type, { ...data, example: isWritten ? example : writeXml(document, media.schema, example) }];
      }),
    );
  }

  function readMediaType(media: MediaType, direction: 'request' | 'response', references: Set<string>): MediaTypeData {
    const named = Object.entries(media.examples ?? {});
    const files = direction === 'request' ? filesOf(document, media) : {};
    const encoding = encodingOf(document, media);
    return {
      ...(media.schema && { schema: schemas.read(media.schema, references) }),
      example: media.schema?.format === 'binary' ? null : (exampleOfMediaType(document, media, direction) ?? null),
      ...(named.length > 1 && {
        examples: Object.fromEntries(
          named.map(([name, maybe]) => {
            const example = resolve<Example & { description?: string }>(document, maybe);
            return [
              name,
              {
                summary: example.summary ?? name,
                description: render(example.description),
                value: example.value ?? null,
              },
            ];
          }),
        ),
      }),
      ...(encoding && { encoding }),
      ...(Object.keys(files).length > 0 && { files }),
    };
  }

  function readResponse(response: Response, references: Set<string>): ResponseData {
    const headers = Object.entries(response.headers ?? {}).map(([name, maybe]) => {
      const header = resolve<Header & { deprecated?: boolean }>(document, maybe);
      const { description, required = false, deprecated = false, schema, example } = header;
      const data = { description: render(description), required, deprecated, schema: schemas.read(schema, references) };
      return [name, example === undefined ? data : { ...data, example }] as const;
    });
    return {
      description: render(response.description),
      headers: Object.fromEntries(headers),
      content: readContent(response.content ?? {}, 'response', references),
    };
  }

  return (operation) => {
    const references = new Set<string>();
    const { summary, description, deprecated = false, tags = [] } = operation.operation;
    const security = readSecurity(document, operation.security, render);
    const parameters = operation.parameters.map((parameter) => readParameter(parameter, references));
    const body = operation.requestBody;
    const requestBody = body && {
      description: render(body.description),
      required: body.required ?? false,
      content: readContent(body.content, 'request', references),
    };
    const responses = Object.entries(operation.responses).map(
      ([status, response]) => [status, readResponse(response, references)] as const,
    );
    return {
      api: { slug, title, version, isPlatform, basePath: basePathOf(api, operation), lang, servers },
      id: operation.id,
      slug: operation.slug,
      method: operation.method.toUpperCase(),
      path: operation.path,
      summary: summary ?? operation.id,
      description: renderMarkdown(description, 2),
      deprecated,
      tags,
      parameters,
      ...(requestBody && { requestBody }),
      responses: Object.fromEntries(responses),
      security,
      schemas: schemas.collect(references),
      samples: writeSamples(operation, security),
    };
  };
}
