import type { ServedApi } from '../plan/served-api.ts';
import type { CallOptions, TestAnswer, TestPortal } from './test-portal.ts';

/** Calls CRM at a path that begins with a version: `GET /v2/usuarios`. */
export function callCrm(portal: TestPortal, request: string, options: CallOptions): Promise<TestAnswer> {
  const [method, path] = request.split(' ', 2);
  return portal.call(`${method} /sandbox/crm${path}`, options);
}

/** CRM as the portal serves it. */
export function crmOf(portal: TestPortal): ServedApi {
  return portal.context.apis.get('crm') as ServedApi;
}

/** A valid person for a request body, identified by the address. */
export function person(email: string): Record<string, string> {
  return { nome: 'Rafael Lobo', email, perfil: 'vendedor', telefone: '8132218849' };
}
