import type { OperationData } from '../documents/operation-data.ts';
import { Operation } from './Operation.tsx';
import { versionParts } from './versions/version-parts.ts';

/** The page of an operation as the build renders it, with all of its parts. */
export function BuiltOperation({ data }: { data: OperationData | object }) {
  return <Operation data={data} versionParts={versionParts} />;
}
