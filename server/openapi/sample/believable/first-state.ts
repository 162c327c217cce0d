import { phraseOf } from './name-words.ts';

const states = /\b(?:status|state|situacao|situacion|estado|estatus|fase|stage|phase|etapa)$/;
const final =
  /\b(?:cancel?led|cancel|closed|complete|completed|failed|failure|error|expired|deleted|archived|refunded|rejected|declined|denied|revoked|voided?|inactive|disabled|finished|finalized|done|paid|succeeded|success|successful|resolved|terminated|ended|abandoned|blocked|suspended|banned|delivered|returned|reversed|settled|settlement|captured|uncollectible|withdrawn|lost|won|removed|destroyed|stopped|aborted|skipped|unsubscribed|deactivated|timed out|timeout|obsolete|retired|cancelad[oa]|concluid[oa]|pag[oa]|rejeitad[oa]|encerrad[oa]|finalizad[oa]|arquivad[oa]|excluid[oa]|expirad[oa]|vencid[oa]|falhou|recusad[oa]|devolvid[oa]|liquidad[oa]|baixad[oa]|inativ[oa]|inactiv[oa]|bloquead[oa]|suspens[oa]|estornad[oa]|entregue|completad[oa]|rechazad[oa]|cerrad[oa]|terminad[oa]|archivad[oa]|eliminad[oa]|fallid[oa]|entregad[oa]|anulad[oa]|caducad[oa]|reembolsad[oa]|canceladas?)\b/;

/** The first value of a state that something may still come after; undefined for what is no state, or has none such. */
export function findFirstState(name: string, allowed: unknown[]): unknown {
  if (!states.test(phraseOf(name)) || allowed.length < 2) return undefined;
  return allowed.find((value) => typeof value === 'string' && !final.test(phraseOf(value)));
}
