import type { OpenApiDocument } from '../openapi/document-types.ts';
import { memoize } from '../openapi/memoize.ts';

/**
 * The header by which the text of a document shows that lists are filtered, though no operation declares it, in lower case:
 * `curl -H 'X-Filter: {"class": "standard"}'`.
 */
export const findToldFilter = memoize(({ info }: OpenApiDocument): string | undefined =>
  /['"\s`]((?:[a-z]+-)*filters?)\s*:\s*\{\s*"/i.exec(info?.description ?? '')?.[1]?.toLowerCase(),
);
