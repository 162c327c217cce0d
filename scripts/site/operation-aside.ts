import type { Hook } from '../../server/openapi/hooks.ts';
import type { Operation } from '../../server/openapi/operations.ts';
import type { OperationData } from '../../src/documents/operation-data.ts';
import { readDocs, readServers } from './document-facts.ts';
import { lineOf } from './hook-lines.ts';
import { referTo } from './links-data.ts';
import type { ApiText } from './load-apis.ts';

/** What is told of an operation or hook besides its request and responses: its path, servers, callbacks, and documentation elsewhere. */
export function readAside(
  { hooks = [], isPlatform }: Pick<ApiText, 'hooks' | 'isPlatform'>,
  operation: Operation | Hook,
  render: (markdown: string | undefined) => string,
): Pick<OperationData, 'aboutPath' | 'docs' | 'servers' | 'callbacks' | 'hook'> {
  const docs = readDocs(operation.operation.externalDocs, render);
  // Those of the portal's own API are places on its own host.
  const servers = isPlatform || 'kind' in operation ? [] : (operation.servers ?? []);
  const callbacks = hooks.filter(({ caller }) => caller?.slug === operation.slug).map(lineOf);
  return {
    ...(operation.aboutPath && { aboutPath: render(operation.aboutPath) }),
    ...(docs && { docs }),
    ...(servers.length > 0 && { servers: readServers(servers, render) }),
    ...(callbacks.length > 0 && { callbacks }),
    ...('kind' in operation && { hook: factsOf(operation) }),
  };
}

function factsOf({ kind, name, caller }: Hook): OperationData['hook'] {
  return { kind, name, ...(caller && { caller: referTo(caller) }) };
}
