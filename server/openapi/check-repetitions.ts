import { say } from '../answers/say.ts';
import type { Fault } from './faults.ts';
import type { Operation } from './operations.ts';
import type { Source } from './read-source.ts';

/** An operation that repeats another one. */
export interface Repetition {
  operation: Operation;
  fault: Fault;
}

/** Lists duplicate operations and operationIds: requests, profiles and clients could not distinguish them. */
export function checkRepetitions(source: Source, operations: Operation[]): Repetition[] {
  return [...repeatedPlaces(source, operations), ...repeatedIds(source, operations)];
}

/** Paths that differ only in their parameters' names are identical (OpenAPI 3.1, Paths Object), so their methods must differ. */
function repeatedPlaces(source: Source, operations: Operation[]): Repetition[] {
  const seen = new Map<string, Operation>();
  return operations.flatMap((operation) => {
    const method = operation.method.toUpperCase();
    const place = `${method} ${operation.path.replaceAll(/\{[^}]+\}/g, '{}')}`;
    const first = seen.get(place);
    seen.set(place, first ?? operation);
    if (!first) return [];
    const message = say('documents.same-path', { method, path: operation.path, firstPath: first.path });
    const remedy = say('documents.remove-one');
    return [{ operation, fault: source.fault(operation.pointer, message, remedy) }];
  });
}

function repeatedIds(source: Source, operations: Operation[]): Repetition[] {
  const seen = new Map<string, Operation>();
  return operations.flatMap((operation) => {
    const first = seen.get(operation.id);
    seen.set(operation.id, first ?? operation);
    if (!first) return [];
    const holder = `${first.method.toUpperCase()} ${first.path}`;
    const message = say('documents.same-id', { id: operation.id, holder });
    const remedy = say('documents.unique-ids');
    return [{ operation, fault: source.fault(`${operation.pointer}/operationId`, message, remedy) }];
  });
}
