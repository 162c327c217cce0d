import type { Example, MediaType, OpenApiDocument, Schema } from '../../openapi/document-types.ts';
import { exampleOf } from '../../openapi/example-of.ts';
import { memoize } from '../../openapi/memoize.ts';
import { resolve } from '../../openapi/resolve.ts';
import { countVariants, flattenSchema } from '../../openapi/sample/flatten-schema.ts';
import { distinct } from '../../openapi/sample/sample-items.ts';
import { sampleSchema } from '../../openapi/sample/sample-schema.ts';
import { describesEvents, itemSchemaOf } from '../../openapi/streamed-content.ts';
import { validatorOf } from '../../openapi/validator.ts';

/** How many values a stream has that is made of samples, and how many of its variants. */
const few = 3;
const mostVariants = 5;

/**
 * The values of a stream as its document shows them, a text as it is written there; else a few that its schema allows: one of each variant,
 * or some that differ. Those of an event stream are events.
 */
export function sampleItems(document: OpenApiDocument, media: MediaType, isEvents: boolean): unknown[] | string {
  const named = Object.values(media.examples ?? {}).map((example) => resolve<Example>(document, example).value);
  const [shown] = [media.example, ...named].filter((value) => value !== undefined);
  if (typeof shown === 'string') return shown;
  const item = itemSchemaOf(document, media);
  const areEvents = isEvents && item !== undefined && describesEvents(document, item);
  const values = shown === undefined ? item && valuesOf(document, item, areEvents) : [shown].flat();
  return (values ?? []).map((value) => (isEvents && !areEvents ? { data: value } : value));
}

function valuesOf(document: OpenApiDocument, schema: Schema, areEvents: boolean): unknown[] {
  const { values, hasVariants } = samplesOf(schema, document);
  return areEvents
    ? values.map((value, index) => withContent(document, schema, value, hasVariants ? index : 0))
    : values;
}

/** Made once: each call of a stream shows the same. */
const samplesOf = memoize((schema: Schema, document: OpenApiDocument) => {
  const holds = (part: Schema, value: unknown) => validatorOf(document).response(part, value).length === 0;
  const variants = Math.min(countVariants(document, schema), mostVariants);
  const usual = exampleOf(document, schema, { direction: 'response' });
  const hasVariants = variants > 1;
  const values = Array.from({ length: hasVariants ? variants : few }, (_, index) => {
    const made = hasVariants
      ? sampleSchema(document, schema, { direction: 'response', examples: true, variant: index, holds })
      : distinct(document, structuredClone(usual), index, schema);
    return holds(schema, made) ? made : usual;
  });
  return { values, hasVariants };
});

/** An event whose data is JSON in a text (`contentSchema`) gets that, of which a sample of its own schema knows nothing. */
function withContent(document: OpenApiDocument, schema: Schema, event: unknown, variant: number): unknown {
  const { data = {} } = flattenSchema(document, schema, variant).schema.properties ?? {};
  const content = flattenSchema(document, data).schema.contentSchema as Schema | undefined;
  return content ? { ...(event as object), data: exampleOf(document, content, { direction: 'response' }) } : event;
}
