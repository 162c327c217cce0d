import { sample } from 'openapi-sampler';
import type { OpenApiDocument, Schema } from './document-types.ts';

export type Direction = 'request' | 'response';

/** Makes a value of a schema: its examples where it has any, else a sample; leaves out what the direction forbids. */
export function exampleOf(document: OpenApiDocument, schema: Schema, { direction }: { direction: Direction }): unknown {
  const options = { skipReadOnly: direction === 'request', skipWriteOnly: direction === 'response', quiet: true };
  try {
    return sample(schema as never, options, document as never);
  } catch {
    // A schema that the sampler cannot read has no sample; callers show none.
    return undefined;
  }
}
