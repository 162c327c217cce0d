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
    const message = {
      en: `${method} ${operation.path} is the same as ${method} ${first.path}.`,
      pt: `${method} ${operation.path} é o mesmo que ${method} ${first.path}.`,
    };
    const remedy = {
      en: 'Remove one of them, or give it a different path.',
      pt: 'Remova um dos dois ou dê a ele um caminho diferente.',
    };
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
    const message = {
      en: `The operationId "${operation.id}" is already used by ${holder}.`,
      pt: `O operationId "${operation.id}" já é usado por ${holder}.`,
    };
    const remedy = {
      en: 'Give each operation a unique operationId.',
      pt: 'Dê a cada operação um operationId único.',
    };
    return [{ operation, fault: source.fault(`${operation.pointer}/operationId`, message, remedy) }];
  });
}
