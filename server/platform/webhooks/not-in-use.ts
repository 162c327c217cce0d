import { Refusal } from '../../answers/refusal.ts';
import type { NotResent } from '../../webhooks/resend.ts';

const reasons: Record<NotResent, [en: string, pt: string]> = {
  paused: [
    'The endpoint is paused. Reactivate it with PATCH and status "active", then try again.',
    'O endpoint está pausado. Reative-o com PATCH e status "active" e tente de novo.',
  ],
  disabled: [
    'The endpoint is disabled. Fix the receiver, reactivate the endpoint with PATCH and status "active", then try again.',
    'O endpoint está desativado. Corrija o receptor, reative o endpoint com PATCH e status "active" e tente de novo.',
  ],
  deleted: [
    'The endpoint of this delivery was deleted. Create another with the same URL.',
    'O endpoint desta entrega foi excluído. Crie outro com a mesma URL.',
  ],
  'in progress': [
    'The delivery is in progress. Wait for its result.',
    'A entrega está em andamento. Espere o resultado.',
  ],
};

/** Refuses to send to an endpoint that cannot receive now. */
export function notInUse(why: NotResent): Refusal {
  const [en, pt] = reasons[why];
  return new Refusal('invalid_state', { en, pt });
}
