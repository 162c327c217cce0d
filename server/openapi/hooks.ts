import type { OpenApiDocument, OperationObject, PathItem } from './document-types.ts';
import { pointerOf } from './faults.ts';
import { createSlugs } from './operation-slugs.ts';
import { type Operation, operationsIn, readOperation } from './operations.ts';
import { resolve } from './resolve.ts';

/** A request that an API sends instead of answering: a webhook of its document, or a callback of one of its operations. */
export interface Hook extends Operation {
  kind: 'webhook' | 'callback';
  /** As the document names it. */
  name: string;
  /** Of a callback: where it is sent, by a runtime expression (OpenAPI 3.1, Callback Object), and the operation that leads to it. */
  expression?: string;
  caller?: Operation;
}

interface Place {
  kind: Hook['kind'];
  name: string;
  item: PathItem | { $ref: string };
  pointer: string[];
  expression?: string;
  caller?: Operation;
}

/** What an operation's page is never called: a slug of an operation has no two hyphens beside each other. */
export function isHookSlug(slug: string): boolean {
  return /^(webhook|callback)--/.test(slug);
}

/**
 * Lists the webhooks of a document and the callbacks of its operations, each with its method; `attempt` runs what may throw because of
 * a reference that leads nowhere.
 */
export function listHooks(
  document: OpenApiDocument,
  operations: readonly Operation[],
  attempt: <Made>(make: () => Made, operation?: Operation) => Made | undefined = (make) => make(),
): Hook[] {
  const slugs = createSlugs();
  const places = [
    ...Object.entries(document.webhooks ?? {}).map(
      ([name, item]): Place => ({ kind: 'webhook', name, item, pointer: ['webhooks', name] }),
    ),
    ...operations.flatMap((caller) => attempt(() => placesOfCallbacks(document, caller), caller) ?? []),
  ];
  return places.flatMap((place) => attempt(() => readPlace(document, place, slugs), place.caller) ?? []);
}

function placesOfCallbacks(document: OpenApiDocument, caller: Operation): Place[] {
  return Object.entries(caller.operation.callbacks ?? {}).flatMap(([name, maybe]) =>
    Object.entries(resolve<Record<string, PathItem>>(document, maybe))
      .filter(([expression]) => !expression.startsWith('x-'))
      .map(([expression, item]) => ({
        kind: 'callback',
        name,
        item,
        pointer: [caller.pointer, 'callbacks', name, expression],
        expression,
        caller,
      })),
  );
}

function readPlace(document: OpenApiDocument, place: Place, slugs: ReturnType<typeof createSlugs>): Hook[] {
  const { kind, name, expression, caller, pointer } = place;
  const item = resolve<PathItem>(document, place.item);
  const found = operationsIn(item);
  return found.map(({ method, operation: written }): Hook => {
    const operation: OperationObject = { ...written, operationId: written.operationId ?? name };
    const words = [caller?.id, name, found.length > 1 ? method : undefined].filter(Boolean).join(' ');
    return {
      ...readOperation(document, expression ?? '', method, operation, item),
      kind,
      name,
      slug: `${kind}--${slugs.make({ id: words, method, path: expression ?? name })}`,
      pointer: kind === 'webhook' ? pointerOf([...pointer, method]) : (caller?.pointer ?? ''),
      // What the document asks of its callers is not what those ask of it.
      security: operation.security ?? [],
      ...(expression !== undefined && { expression }),
      ...(caller && { caller }),
    };
  });
}
