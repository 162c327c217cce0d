import { isDeepStrictEqual } from 'node:util';
import { bodyIssue, type Issue } from '../../answers/issue.ts';
import { invalidFields, Refusal } from '../../answers/refusal.ts';
import { say } from '../../answers/say.ts';
import { bodyLimits, fitsInto, type WalkBudget } from '../bodies/body-limits.ts';
import { findTarget, readPointer, type Target, valueAt } from './pointer-target.ts';

export const jsonPatch = 'application/json-patch+json';

/** One change of a JSON Patch, whose form was checked. */
interface Change {
  op: string;
  path: string;
  from: string;
  value: unknown;
}

/**
 * What `copy` may add in all: each one can double what the last one made. What is moved or sent is no more in the end, but it is looked
 * at each time, lest moves into each other dig without end.
 */
const budgets = {
  copied: { values: bodyLimits.values, characters: 1_000_000 },
  placed: { values: 1_000_000, characters: Number.POSITIVE_INFINITY },
};

type Budgets = Record<keyof typeof budgets, WalkBudget>;

const forms: Record<string, 'value' | 'from' | undefined> = {
  add: 'value',
  remove: undefined,
  replace: 'value',
  move: 'from',
  copy: 'from',
  test: 'value',
};

/**
 * Applies a JSON Patch (RFC 6902) to a document, in place, and returns the result: all changes or none. Refuses (422) what is no patch and
 * a path that leads nowhere, by the name of each, and what copies or digs without end; and (409) a `test` that fails.
 */
export function applyJsonPatch(document: unknown, patch: unknown): unknown {
  const changes = readChanges(patch);
  const left = structuredClone(budgets);
  return changes.reduce((result, change, index) => apply(result, change, index, left), document);
}

function readChanges(patch: unknown): Change[] {
  if (!Array.isArray(patch)) throw invalidFields([bodyIssue('', 'type', { type: 'array' })]);
  const issues = patch.flatMap((change, index) => issuesOf(change, index));
  if (issues.length > 0) throw invalidFields(issues);
  return patch as Change[];
}

function issuesOf(change: unknown, index: number): Issue[] {
  if (typeof change !== 'object' || change === null || Array.isArray(change))
    return [bodyIssue(`${index}`, 'type', { type: 'object' })];
  const { op, path, from } = change as Partial<Change>;
  if (typeof op !== 'string' || !Object.hasOwn(forms, op))
    return [bodyIssue(`${index}/op`, 'enum', { allowedValues: Object.keys(forms) })];
  const issues = [...pointerIssues(`${index}/path`, path)];
  if (forms[op] === 'from') issues.push(...pointerIssues(`${index}/from`, from));
  if (forms[op] === 'value' && !Object.hasOwn(change, 'value')) issues.push(bodyIssue(`${index}/value`, 'required'));
  return issues;
}

function pointerIssues(field: string, pointer: unknown): Issue[] {
  if (pointer === undefined) return [bodyIssue(field, 'required')];
  const isPointer = typeof pointer === 'string' && readPointer(pointer) !== undefined;
  return isPointer ? [] : [bodyIssue(field, 'format', { format: 'json-pointer' })];
}

function apply(document: unknown, change: Change, index: number, left: Budgets): unknown {
  const { op, path, from, value } = change;
  if (op === 'add') return add(document, path, copyOf(placed(value, 'path')), index);
  if (op === 'copy') return add(document, path, copyOf(placed(valueAt(document, findFrom()), 'from')), index);
  if (op === 'move') {
    placed(valueAt(document, findFrom()), 'from');
    return move(document, change, index);
  }
  const target = find(document, path, index, 'path');
  if (op === 'remove') return remove(document, target, index);
  if (op === 'replace') return put(document, target, copyOf(placed(value, 'path')));
  if (!isDeepStrictEqual(valueAt(document, target), value)) throw testFailed(index, path);
  return document;

  function findFrom(): Target {
    return find(document, from, index, 'from');
  }

  function placed(child: unknown, member: 'path' | 'from'): unknown {
    const depth = bodyLimits.depth - (readPointer(path) ?? []).length;
    if (fitsInto(child, op === 'copy' ? left.copied : left.placed, depth)) return child;
    throw invalidFields([bodyIssue(`${index}/${member}`, 'effort')]);
  }
}

/** A patch may be applied again, after a conflict: it is never changed itself. */
function copyOf(value: unknown): unknown {
  return typeof value === 'object' ? structuredClone(value) : value;
}

function add(document: unknown, path: string, value: unknown, index: number): unknown {
  const target = findTarget(document, readPointer(path) ?? [], true);
  if (!target) throw leadsNowhere(index, 'path', path);
  const { owner, key } = target;
  if (!Array.isArray(owner)) return put(document, target, value);
  owner.splice(key as number, 0, value);
  return document;
}

function move(document: unknown, { path, from }: Change, index: number): unknown {
  // Nothing can be moved into itself (RFC 6902, 4.4).
  if (path.startsWith(`${from}/`)) throw leadsNowhere(index, 'path', path);
  const source = find(document, from, index, 'from');
  const moved = valueAt(document, source);
  return path === from ? document : add(remove(document, source, index), path, moved, index);
}

function remove(document: unknown, { owner, key }: Target, index: number): unknown {
  if (owner === undefined) throw leadsNowhere(index, 'path', '');
  if (Array.isArray(owner)) owner.splice(key as number, 1);
  else delete owner[key];
  return document;
}

function put(document: unknown, { owner, key }: Target, value: unknown): unknown {
  if (owner === undefined) return value;
  (owner as Record<string, unknown>)[key] = value;
  return document;
}

function find(document: unknown, pointer: string, index: number, member: 'path' | 'from'): Target {
  const target = findTarget(document, readPointer(pointer) ?? [], false);
  if (!target) throw leadsNowhere(index, member, pointer);
  return target;
}

function leadsNowhere(index: number, member: 'path' | 'from', pointer: string): Refusal {
  return invalidFields([bodyIssue(`${index}/${member}`, 'patchPath', { pointer })]);
}

function testFailed(index: number, pointer: string): Refusal {
  const issues = [bodyIssue(`${index}/value`, 'patchTest', { pointer })];
  return new Refusal('invalid_state', say('records.patch-test', { pointer, index }), { issues });
}
