import Negotiator from 'negotiator';
import { Refusal } from '../dialect/errors/refusal.ts';
import type { OperationPlan } from '../sandbox/plan/plan-types.ts';
import type { Incoming } from './exchange.ts';

/** Refuses with 406 when nothing that the operation answers is in `Accept` (RFC 9110, 12.5.1). */
export function negotiate({ success }: OperationPlan, { headers }: Incoming): void {
  const { accept } = headers;
  if (!accept || accept === '*/*' || !success.mediaType) return;
  if (new Negotiator({ headers } as never).mediaType([success.mediaType])) return;
  throw new Refusal('not_acceptable', {
    en: `This operation answers ${success.mediaType}, which Accept (${accept}) leaves out.`,
    pt: `Esta operação responde ${success.mediaType}, que o Accept (${accept}) não inclui.`,
  });
}
