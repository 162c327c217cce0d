import { Refusal } from '../../answers/refusal.ts';
import { type RefusalCode, refusalStatuses } from '../../answers/refusal-statuses.ts';
import { say } from '../../answers/say.ts';
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
  const code = likelyCodes.find((candidate) => (statuses[candidate] ?? refusalStatuses[candidate]) === status);
  const detail = say('simulation.simulated', { status });
  return new Refusal(code ?? 'simulated_error', detail, { headers, ...(!code && { status }) });
}
