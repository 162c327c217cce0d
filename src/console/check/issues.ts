import type { OperationData } from '../../documents/operation-data.ts';
import { type CallDraft, fieldKey } from '../call-draft.ts';
import { mended, valueAt } from '../json-body/edit-json.ts';
import { partsOfPointer } from '../json-pointer.ts';
import { bodyOfDraft, type DraftFault } from './check-draft.ts';
import type { RuleFault } from './check-value.ts';
import type { Correction } from './corrections.ts';
import type { SaidIssue } from './read-answer-issues.ts';

/** What is wrong with a field of the form: as the server has said, or as the document has it. */
export interface FieldIssue extends SaidIssue {
  /** The rule of the document, where nothing is said. */
  broken?: Pick<RuleFault, 'rule' | 'limit'>;
  isSaid: boolean;
  /** Whether the field is missing. */
  isMissing: boolean;
  correction: Correction | undefined;
}

/** What is wrong with a form: what was said of it and has not been changed since, and what else the document asks for. */
export function joinIssues(
  said: SaidIssue[],
  found: DraftFault[],
  sent: CallDraft | undefined,
  draft: CallDraft,
  correctUnknown: (issue: SaidIssue) => Correction | undefined = () => undefined,
): FieldIssue[] {
  const place = (issue: Pick<SaidIssue, 'in' | 'pointer'>) => `${issue.in} ${issue.pointer.toLowerCase()}`;
  const byPlace = new Map(found.map((fault) => [place(fault), fault]));
  const open = said
    .map((issue) => ({ ...issue, pointer: issue.pointer.replace(/^#/, '') }))
    .filter((issue) => !sent || same(fieldValue(sent, issue), fieldValue(draft, issue)));
  const places = new Set(open.map(place));
  return [
    ...open.map((issue) => {
      const fault = byPlace.get(place(issue));
      const isMissing = fault?.rule === 'required';
      return { ...issue, isSaid: true, isMissing, correction: fault ? fault.correction : correctUnknown(issue) };
    }),
    ...found
      .filter((fault) => !places.has(place(fault)))
      .map((fault) => ({
        in: fault.in,
        pointer: fault.pointer,
        detail: '',
        broken: fault,
        isSaid: false,
        isMissing: fault.rule === 'required',
        correction: fault.correction,
      })),
  ];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function fieldValue(draft: CallDraft, issue: Pick<SaidIssue, 'in' | 'pointer'>): unknown {
  return issue.in === 'body' ? valueAt(bodyOfDraft(draft), issue.pointer) : draft.fields[keyOfIssue(draft, issue)];
}

/** The form's field that an issue is about; header names are found in any case. */
export function keyOfIssue(draft: CallDraft, { in: place, pointer }: Pick<SaidIssue, 'in' | 'pointer'>): string {
  const [name = ''] = partsOfPointer(pointer);
  const key = place === 'body' ? '' : fieldKey({ in: place, name });
  return Object.keys(draft.fields).find((each) => each.toLowerCase() === key.toLowerCase()) ?? key;
}

/** The form with one fault mended. */
export function mendDraft(operation: OperationData, draft: CallDraft, issue: FieldIssue): CallDraft {
  const { correction } = issue;
  if (!correction) return draft;
  if (issue.in === 'body') {
    const type = draft.mediaType ?? Object.keys(operation.requestBody?.content ?? {})[0] ?? '';
    const text = JSON.stringify(mended(bodyOfDraft(draft), correction), undefined, 2);
    return { ...draft, bodies: { ...draft.bodies, [type]: text } };
  }
  const key = keyOfIssue(draft, issue);
  const before = draft.fields[key]?.value ?? '';
  const value = correction.kind === 'set' ? String(correction.value) : '';
  const [, index] = partsOfPointer(correction.pointer);
  const changed = Array.isArray(before) ? (index === undefined ? [value] : before.with(Number(index), value)) : value;
  return { ...draft, fields: { ...draft.fields, [key]: { included: true, value: changed } } };
}
