import { translate } from '@docusaurus/Translate';
import type { OperationData } from '../documents/operation-data.ts';

/** The sections of an operation's page, by their HTML ids. */
export type SectionId =
  | 'changes'
  | 'path'
  | 'query'
  | 'header'
  | 'cookie'
  | 'body'
  | 'responses'
  | 'callbacks'
  | 'servers'
  | 'security';

/** The title of a section, which is also its name in the list of contents. */
export function sectionTitle(id: SectionId, isHook = false): string {
  switch (id) {
    case 'changes':
      return translate({ id: 'reference.changes', message: 'O que mudou' });
    case 'path':
      return translate({ id: 'reference.pathParameters', message: 'Parâmetros de caminho' });
    case 'query':
      return translate({ id: 'reference.queryParameters', message: 'Parâmetros de consulta' });
    case 'header':
      return translate({ id: 'reference.headerParameters', message: 'Cabeçalhos' });
    case 'cookie':
      return translate({ id: 'reference.cookieParameters', message: 'Cookies' });
    case 'body':
      return translate({ id: 'reference.requestBody', message: 'Corpo' });
    case 'responses':
      return isHook
        ? translate({ id: 'reference.expectedResponses', message: 'Respostas esperadas' })
        : translate({ id: 'reference.responses', message: 'Respostas' });
    case 'callbacks':
      return 'Callbacks';
    case 'servers':
      return translate({ id: 'reference.servers', message: 'Servidores' });
    case 'security':
      return translate({ id: 'reference.security', message: 'Autenticação' });
  }
}

/** The sections that an operation's page has, in their order. */
export function sectionsOf(operation: OperationData): SectionId[] {
  const { hook, parameters, requestBody, responses, callbacks, servers, security, versions } = operation;
  const has: Record<SectionId, boolean> = {
    path: parameters.some((each) => each.in === 'path'),
    query: parameters.some((each) => each.in === 'query'),
    header: parameters.some((each) => each.in === 'header'),
    cookie: parameters.some((each) => each.in === 'cookie'),
    body: requestBody !== undefined,
    responses: Object.keys(responses).length > 0,
    changes: versions?.changes !== undefined,
    callbacks: callbacks !== undefined,
    servers: servers !== undefined,
    security: !hook || security.length > 0,
  };
  return (Object.keys(has) as SectionId[]).filter((id) => has[id]);
}
