import type { IssueActions } from '../../check/IssueLine.tsx';
import type { FieldIssue } from '../../check/issues.ts';
import type { Schemas } from '../../check/schema-parts.ts';

/** What every field of the form needs. */
export interface FormContext {
  schemas: Schemas;
  issues: FieldIssue[];
  actions: IssueActions;
  /** Replaces the value at a pointer; undefined takes it out. */
  onSet: (pointer: string, value: unknown) => void;
}
