import { type Fault, pointerOf } from './faults.ts';
import type { Operation } from './operations.ts';
import type { Source } from './read-source.ts';

/** Lists paths and operationIds that a document gives twice: requests and page addresses would not tell them apart. */
export function checkRepetitions(source: Source, operations: Operation[]): Fault[] {
  return [...repeatedPaths(source, operations), ...repeatedIds(source, operations)];
}

/** Paths that differ only in the names of their parameters are the same (OpenAPI 3.1, Paths Object); with other methods they do no harm. */
function repeatedPaths(source: Source, operations: Operation[]): Fault[] {
  const seen = new Map<string, string>();
  const repeated = new Map<string, string>();
  for (const { path, method } of operations) {
    const place = `${method} ${path.replaceAll(/\{[^}]+\}/g, '{}').replace(/\/$/, '')}`;
    const first = seen.get(place);
    if (first === undefined) seen.set(place, path);
    else if (!repeated.has(path)) repeated.set(path, first);
  }
  return [...repeated].map(([path, first]) =>
    source.fault(
      pointerOf(['paths', path]),
      { en: `The path ${path} is the same as ${first}.`, pt: `O caminho ${path} é o mesmo que ${first}.` },
      {
        en: 'Bring their operations together under one of them.',
        pt: 'Reúna as operações dos dois em um só.',
      },
    ),
  );
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
