import { Refusal } from '../../answers/refusal.ts';
import type { NotResent } from '../../webhooks/resend.ts';

const reasons: Record<NotResent, [en: string, pt: string]> = {
  paused: [
    'The endpoint is paused. Put it in use again with PATCH and status "active", and try once more.',
    'O endpoint está pausado. Ponha-o de novo em uso com PATCH e status "active", e tente outra vez.',
  ],
  disabled: [
    'The endpoint is disabled. Mend the receiver, put the endpoint in use again with PATCH and status "active", and try once more.',
    'O endpoint está desativado. Corrija o receptor, ponha o endpoint de novo em uso com PATCH e status "active", e tente outra vez.',
  ],
  deleted: [
    'The endpoint of this delivery was deleted. Create another with the same address.',
    'O endpoint desta entrega foi excluído. Crie outro com o mesmo endereço.',
  ],
  'in progress': [
    'The delivery is on its way at this moment. Wait for its result.',
    'A entrega está a caminho neste momento. Espere o resultado.',
  ],
};

/** Refuses to send to an endpoint that cannot receive now. */
export function notInUse(why: NotResent): Refusal {
  const [en, pt] = reasons[why];
  return new Refusal('invalid_state', { en, pt });
}
