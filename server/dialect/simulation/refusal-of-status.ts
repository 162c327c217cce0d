import { Refusal } from '../../answers/refusal.ts';
import { type RefusalCode, refusalKinds } from '../../answers/refusal-kinds.ts';
import type { Profile } from '../profile.ts';

/** The reason for which an API most likely answers a status; of several with one status, the first. */
const likely: RefusalCode[] = [
  'invalid_fields',
  'invalid_request',
  'invalid_key',
  'insufficient_scope',
  'not_found',
  'method_not_allowed',
  'not_acceptable',
  'request_timeout',
  'already_exists',
  'invalid_state',
  'gone',
  'precondition_failed',
  'too_large',
  'unsupported_media_type',
  'too_many_requests',
  'headers_too_large',
  'internal_error',
  'bad_gateway',
  'unavailable',
  'gateway_timeout',
];

/** The refusal with which an API answers a status that was asked for: under the code that it has there, else under one of its own. */
export function refusalOfStatus(
  status: number,
  { statuses = {} }: Pick<Profile, 'statuses'>,
  headers: Record<string, string>,
): Refusal {
  const code = likely.find((candidate) => (statuses[candidate] ?? refusalKinds[candidate].status) === status);
  const detail = {
    en: `"Prefer: code=${status}" asked for this answer, and nothing was done. Send the request without it to have it done.`,
    pt: `"Prefer: code=${status}" pediu esta resposta, e nada foi feito. Envie a requisição sem ele para que valha.`,
  };
  return new Refusal(code ?? 'simulated_error', detail, { headers, ...(!code && { status }) });
}
