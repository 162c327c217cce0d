import { isDeepStrictEqual } from 'node:util';
import { without } from '../../server/dialect/formats/example-body.ts';
import { writeXml } from '../../server/dialect/formats/write-xml.ts';
import type { Example, Header, MediaType, Parameter, Response } from '../../server/openapi/document-types.ts';
import { encodingOf } from '../../server/openapi/encoding-of.ts';
import { exampleOfMediaType, exampleOfParameter, preferredMediaType } from '../../server/openapi/examples.ts';
import { filesOf } from '../../server/openapi/file-properties.ts';
import type { Hook } from '../../server/openapi/hooks.ts';
import type { ApiDocument } from '../../server/openapi/load-api.ts';
import { titleOf } from '../../server/openapi/operation-title.ts';
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
import { readExamples } from './example-data.ts';
import { titleOfHook } from './hook-lines.ts';
import { readLinks } from './links-data.ts';
import type { ApiText } from './load-apis.ts';
import { readAside } from './operation-aside.ts';
import { readOwnSamples } from './own-samples.ts';
import { renderMarkdown } from './render-markdown.ts';
import { createSchemaReader } from './schema-reader.ts';
import { readSecurity } from './security-data.ts';

type Direction = 'request' | 'response';

const defaultStyles = { path: 'simple', header: 'simple', query: 'form', cookie: 'form' };

/** Returns a function that builds the data of an operation's page; schemas that operations share are read once. */
export function createOperationReader(
  api: ApiDocument & Pick<ApiText, 'lang' | 'images' | 'hooks'>,
  writeSamples = (operation: Operation, security: SecurityData[][]) => makeSamples(api, operation, security),
): (operation: Operation | Hook) => OperationData {
  const { document, slug, title, version, isPlatform, lang, servers, images } = api;
  const render = (markdown: string | undefined) => renderMarkdown(markdown, 3, images);
  const schemas = createSchemaReader(document, render);

  function readParameter(parameter: Parameter, references: Set<string>): ParameterData {
    const [mediaType, content] = Object.entries(parameter.content ?? {})[0] ?? [];
    const style = parameter.style ?? defaultStyles[parameter.in];
    const example =
      parameter.required || parameter.example !== undefined || parameter.examples
        ? exampleOfParameter(document, parameter)
        : undefined;
    const examples = readExamples(document, parameter.examples ?? content?.examples, render);
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
      ...(examples && { examples }),
      ...(mediaType && { mediaType }),
    };
  }

  function readContent(content: Record<string, MediaType>, direction: Direction, references: Set<string>) {
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

  function readMediaType(media: MediaType, direction: Direction, references: Set<string>): MediaTypeData {
    const files = direction === 'request' ? filesOf(document, media) : {};
    const examples = readExamples(document, media.examples, render);
    const isOfItem = media.itemSchema !== undefined && isDeepStrictEqual(media.schema, media.itemSchema);
    const encoding = encodingOf(document, media);
    return {
      ...(media.schema && !isOfItem && { schema: schemas.read(media.schema, references) }),
      ...(media.itemSchema && { itemSchema: schemas.read(media.itemSchema, references) }),
      example: media.schema?.format === 'binary' ? null : (exampleOfMediaType(document, media, direction) ?? null),
      ...(examples && { examples }),
      ...(encoding && { encoding }),
      ...(Object.keys(files).length > 0 && { files }),
    };
  }

  function readHeader(header: Header, references: Set<string>): ResponseData['headers'][string] {
    const { description, required = false, deprecated = false, content = {} } = header;
    const media = Object.values(content)[0] ?? header;
    const [named] = Object.values(media.examples ?? {}).map((maybe) => resolve<Example>(document, maybe).value);
    const example = media.example ?? named;
    const schema = schemas.read(media.schema, references);
    return {
      description: render(description),
      required,
      deprecated,
      schema,
      ...(example !== undefined && { example }),
    };
  }

  function readResponse(response: Response, direction: Direction, references: Set<string>): ResponseData {
    const headers = Object.entries(response.headers ?? {}).map(
      ([name, maybe]) => [name, readHeader(resolve<Header>(document, maybe), references)] as const,
    );
    const links = readLinks(api, response, render);
    return {
      description: render(response.description),
      headers: Object.fromEntries(headers),
      content: readContent(response.content ?? {}, direction, references),
      ...(links.length > 0 && { links }),
    };
  }

  return (operation: Operation | Hook) => {
    const references = new Set<string>();
    const { description, deprecated = false, tags = [] } = operation.operation;
    const isHook = 'kind' in operation;
    // What an API sends has what its answers have, such as properties that are read-only.
    const [asked, answered]: Direction[] = isHook ? ['response', 'request'] : ['request', 'response'];
    const security = readSecurity(document, operation.security, render);
    const parameters = operation.parameters.map((parameter) => readParameter(parameter, references));
    const body = operation.requestBody;
    const requestBody = body && {
      description: render(body.description),
      required: body.required ?? false,
      content: readContent(body.content, asked as Direction, references),
    };
    const responses = Object.entries(operation.responses).map(
      ([status, response]) => [status, readResponse(response, answered as Direction, references)] as const,
    );
    const samples = isHook ? [] : writeSamples(operation, security);
    return {
      api: { slug, title, version, isPlatform, basePath: basePathOf(api, operation), lang, servers },
      id: operation.id,
      slug: operation.slug,
      method: operation.method.toUpperCase(),
      path: operation.path,
      summary: isHook ? titleOfHook(operation) : titleOf(operation),
      description: renderMarkdown(description, 2, images),
      deprecated,
      tags,
      ...readAside(api, operation, render),
      parameters,
      ...(requestBody && { requestBody }),
      responses: Object.fromEntries(responses),
      security,
      schemas: schemas.collect(references),
      samples: [...samples, ...readOwnSamples(operation.operation, samples)],
    };
  };
}
