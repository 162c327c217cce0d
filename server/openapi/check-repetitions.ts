import { say } from '../answers/say.ts';
import type { Fault } from './faults.ts';
import { nameOf } from './isolation/fault-of-error.ts';
import type { Operation } from './operations.ts';
import type { Source } from './read-source.ts';
import { findByPointer } from './resolve.ts';

/** An operation that repeats another one. */
export interface Repetition {
  operation: Operation;
  fault: Fault;
}

/**
 * Lists what is served in spite of a repetition: under another operationId, or at the address of an operation that answers in its place;
 * of these, other servers may tell them apart, or the patterns of their parameters.
 */
export function listAmbiguous(source: Source, operations: Operation[]): Repetition[] {
  const atOnePlace = repeated(operations, placeOf).map(([operation, first]) => faultOfPlace(source, operation, first));
  const idOf = ({ pointer }: Operation) =>
    findByPointer(source.value, `#${encodeURI(`${pointer}/operationId`)}`) as string | undefined;
  const withOneId = repeated(operations, idOf).map(([operation, first]) => ({
    operation,
    fault: source.fault(
      `${operation.pointer}/operationId`,
      say('documents.same-id', { id: idOf(operation), holder: nameOf(first) }),
      say('documents.unique-ids'),
    ),
  }));
  return [...atOnePlace, ...withOneId];
}

function faultOfPlace(source: Source, operation: Operation, first: Operation): Repetition {
  const { method, path, pointer } = operation;
  const message = say('documents.same-path', { method: method.toUpperCase(), path, firstPath: first.path });
  return { operation, fault: source.fault(pointer, message, say('documents.first-answers')) };
}

/** Paths that differ only in their parameters' names are identical (OpenAPI 3.1, Paths Object), so their methods must differ. */
function placeOf({ method, path }: Operation): string {
  return `${method} ${path.replaceAll(/\{[^}]+\}/g, '{}')}`;
}

/** The operations of which an earlier one has the same key, each with that one. */
function repeated(
  operations: Operation[],
  keyOf: (operation: Operation) => string | undefined,
): [Operation, Operation][] {
  const seen = new Map<string, Operation>();
  return operations.flatMap((operation): [Operation, Operation][] => {
    const key = keyOf(operation);
    const first = key === undefined ? undefined : seen.get(key);
    if (key !== undefined && !first) seen.set(key, operation);
    return first ? [[operation, first]] : [];
  });
}
