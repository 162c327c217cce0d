import { Refusal } from '../../answers/refusal.ts';
import { type RefusalCode, refusalKinds } from '../../answers/refusal-kinds.ts';
import type { Profile } from '../profile.ts';

/** The most likely reasons for a status; the first match counts. */
const likelyCodes: RefusalCode[] = [
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

/** The refusal for a simulated status, with the code that the API uses for it, else `simulated_error`. */
export function refusalOfStatus(
  status: number,
  { statuses = {} }: Pick<Profile, 'statuses'>,
  headers: Record<string, string>,
): Refusal {
  const code = likelyCodes.find((candidate) => (statuses[candidate] ?? refusalKinds[candidate].status) === status);
  const detail = {
    en: `"Prefer: code=${status}" requested this response, and nothing was done. Send the request without it to execute it.`,
    pt: `"Prefer: code=${status}" pediu esta resposta, e nada foi feito. Envie a requisição sem ele para executá-la.`,
  };
  return new Refusal(code ?? 'simulated_error', detail, { headers, ...(!code && { status }) });
}
