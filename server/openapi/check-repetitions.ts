import type { Fault } from './faults.ts';
import type { Operation } from './operations.ts';
import type { Source } from './read-source.ts';

/** Lists operations and operationIds that a document gives twice: requests and page addresses would not tell them apart. */
export function checkRepetitions(source: Source, operations: Operation[]): Fault[] {
  return [...repeatedPlaces(source, operations), ...repeatedIds(source, operations)];
}

/** Paths that differ only in the names of their parameters are the same (OpenAPI 3.1, Paths Object): their methods have to differ. */
function repeatedPlaces(source: Source, operations: Operation[]): Fault[] {
  const seen = new Map<string, Operation>();
  return operations.flatMap((operation) => {
    const method = operation.method.toUpperCase();
    const place = `${method} ${operation.path.replaceAll(/\{[^}]+\}/g, '{}')}`;
    const first = seen.get(place);
    seen.set(place, first ?? operation);
    if (!first) return [];
    return [
      source.fault(
        operation.pointer,
        {
          en: `${method} ${operation.path} is the same as ${method} ${first.path}.`,
          pt: `${method} ${operation.path} é o mesmo que ${method} ${first.path}.`,
        },
        {
          en: 'Leave one of them out, or give it a path of its own.',
          pt: 'Retire um dos dois ou dê a ele um caminho só seu.',
        },
      ),
    ];
  });
}

function repeatedIds(source: Source, operations: Operation[]): Fault[] {
  const seen = new Map<string, Operation>();
  return operations.flatMap((operation) => {
    const first = seen.get(operation.slug);
    seen.set(operation.slug, first ?? operation);
    if (!first) return [];
    const holder = `${first.method.toUpperCase()} ${first.path}`;
    const message = {
      en: `The operationId "${operation.id}" is already that of ${holder}.`,
      pt: `O operationId "${operation.id}" já é o de ${holder}.`,
    };
    const mend = {
      en: 'Give each operation an operationId of its own.',
      pt: 'Dê a cada operação um operationId só seu.',
    };
    return [source.fault(`${operation.pointer}/operationId`, message, mend)];
  });
}
