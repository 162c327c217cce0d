import { isJson } from '../../wire/media-types.ts';
import { parameterValue } from '../../wire/parameter-value.ts';
import { serializeHeaderParameter } from '../../wire/serialize-parameter.ts';
import type { Header, MediaType, OpenApiDocument, Response, Schema } from './document-types.ts';
import { exampleOfMediaType } from './examples.ts';
import { memoize } from './memoize.ts';
import { resolve } from './resolve.ts';
import { flattenSchema } from './sample/flatten-schema.ts';

/** A header that a response declares. */
export interface DeclaredHeader {
  /** In lower case. */
  name: string;
  isRequired: boolean;
  schema?: Schema;
  /** Whether the document gives it a value: an example, a default, a constant. */
  isShown: boolean;
  header: Header;
}

/** No response has more; the rest is left out. */
const most = 60;
const longest = 2_000;

/**
 * Headers that are never taken from a document: they frame the message, steer a browser that shows it, or belong to the portal, such as
 * cookies of its pages.
 */
const own =
  /^(set-cookie2?|content-(type|length|encoding|security-policy.*)|transfer-encoding|connection|keep-alive|proxy-.*|te|trailer|upgrade|date|host|age|expires|strict-transport-security|public-key-pins.*|access-control-.*|cross-origin-.*|x-content-type-options|x-request-id|traceparent|clear-site-data|refresh|service-worker.*|origin-agent-cluster|permissions-policy|document-policy|nel|report-to|reporting-endpoints|alt-svc|(x-)?sourcemap)$/;

/** The headers that a response declares and the server may send, by the rules of RFC 9110 for their names. */
export const declaredHeadersOf = memoize((response: Response, document: OpenApiDocument): DeclaredHeader[] => {
  const declared = Object.entries(response.headers ?? {}).flatMap(([written, maybe]) => {
    const name = written.toLowerCase();
    if (!/^[!#$%&'*+.^_`|~\w-]{1,100}$/.test(name) || own.test(name)) return [];
    const header = resolve<Header>(document, maybe);
    const { schema, example, examples } = mediaOf(header);
    const { schema: flat } = flattenSchema(document, schema ?? {});
    const shown = [example, examples, flat.example, flat.examples, flat.default, flat.const];
    const isShown = shown.some((value) => value !== undefined) || flat.enum?.length === 1;
    return [{ name, isRequired: header.required === true, schema, isShown, header }];
  });
  return declared.slice(0, most);
});

/** What the document shows for a header, else a value made from its schema, as it is sent (style `simple`, or the text of its `content`). */
export const exampleOfHeader = memoize(
  ({ name, header }: DeclaredHeader, document: OpenApiDocument): string | undefined =>
    writeHeader(header, exampleOfMediaType(document, { ...mediaOf(header), name }, 'response')),
);

/** The text of a header's value; undefined where no header can have it. */
export function writeHeader({ content, explode }: Header, value: unknown): string | undefined {
  const isText = typeof value === 'string' && !isJson(Object.keys(content ?? {})[0]);
  const text =
    content && !isText
      ? JSON.stringify(value)
      : serializeHeaderParameter({ name: '', in: 'header', explode }, parameterValue(value));
  return text.length <= longest && /^[\t\x20-\x7e\x80-\xff]+$/.test(text) ? text : undefined;
}

function mediaOf({ content, schema, example, examples }: Header): MediaType {
  const [media] = Object.values(content ?? {});
  return {
    ...media,
    ...(schema && { schema }),
    ...(example !== undefined && { example }),
    ...(examples && { examples }),
  };
}
