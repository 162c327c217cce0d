import type { Schema } from '../../documents/operation-data.ts';
import { partsAt } from '../json-body/completions.ts';
import { valueAt } from '../json-body/edit-json.ts';
import { partsOfPointer, pointerPart } from '../json-pointer.ts';
import { type Correction, correctName } from './corrections.ts';
import type { SaidIssue } from './read-answer-issues.ts';
import { isPartial, propertiesOf, type Schemas } from './schema-parts.ts';

/** What mends a member that a server refuses and that the document does not have: its rules may be stricter than the document's. */
export function correctUnknown(
  issue: SaidIssue,
  body: unknown,
  schema: Schema | undefined,
  schemas: Schemas,
): Correction | undefined {
  const { pointer } = issue;
  const name = partsOfPointer(pointer).at(-1);
  if (issue.in !== 'body' || name === undefined) return undefined;
  const above = pointer.slice(0, pointer.lastIndexOf('/'));
  const parts = partsAt(schema, above, schemas);
  const names = [...propertiesOf(parts).keys()];
  const isOpen = parts.some(({ additionalProperties, patternProperties }) => additionalProperties || patternProperties);
  return names.length === 0 || names.includes(name) || isOpen || isPartial(parts, schemas)
    ? undefined
    : correctName(
        pointer,
        names.filter((each) => valueAt(body, `${above}/${pointerPart(each)}`) === undefined),
      );
}
