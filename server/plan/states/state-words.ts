/** What a state says of its record: that it begins, that it has got where it was to get, or that nothing more comes of it. */
export type StateKind = 'first' | 'done' | 'dead' | 'other';

const kinds: [StateKind, RegExp][] = [
  [
    'dead',
    /^(cancel|void|reject|declin|denied|negad|refus|recus|rechaz|rejeit|fail|falh|fall[oi]|expir|delet|remov|exclu|elimin|terminated|abort|revok|revog|anulad|refund|revers|estornad|devolvid|devuelt|reembols|chargedback|discard|withdrawn)/,
  ],
  [
    'done',
    /^(succe|complet|done|finish|finali|conclu|paid|pag[oa]|quitad|liquidad|captur|settl|clos|encerrad|fechad|cerrad|terminad|archiv|arquivad|resolv|deliver|entreg|fulfil|execut|filled)/,
  ],
  [
    'first',
    /^(new|nov[oa]|nuev|pend|draft|rascunho|borrador|open|abert|abiert|creat|criad|cread|init|inic|requires|await|wait|aguard|espera|queue|receiv|recebid|recibid|submit|regist|cadastr|schedul|agendad|active|ativ|activ|enabled)/,
  ],
];

/** What kind of state a word is, in English, Portuguese or Spanish. */
export function kindOf(name: string): StateKind {
  return kinds.find(([, words]) => words.test(name))?.[0] ?? 'other';
}

/** Verbs that lead on from an end. */
export const reviving =
  /^(un|reopen|restor|reactivat|reinstat|retry|renew|resum|recover|resend|repeat|duplicat|copy|clon|activat|enabl|start|reabrir|restaur|reativ|reactiv|retomar|renov|reenvi|duplic|copiar|ativar|activar)/;

/** Verbs that come before an end: nothing that has ended is captured or cancelled. */
export const ending =
  /^(captur|charg|collect|pay|settl|confirm|approv|accept|authoriz|complet|finish|finali|fulfil|cancel|void|abort|reject|declin|deny|refus|pagar|liquid|aprov|aprob|aceit|acept|autoriz|conclu|anular|rejeit|recus|negar|rechaz)/;

/** The end of a participle, after the stem of its verb: captur-ed, cancel-led, verif-ied, emit-ida, aprov-ado. */
export const participle = /^(e?d|[a-z]?ed|ied|ad[oa]s?|id[oa]s?)?$/;

/** Verbs, and the states that they may lead to where none is their participle, the likeliest first. */
export const meanings: [verbs: RegExp, states: RegExp[]][] = [
  [
    /^(captur|charge|collect|pay|settle|pagar|liquid|baixar|receb)/,
    [/^(paid|pag[oa]|captur)/, /^(settl|liquidad|baixad|quitad|recebid)/, /^(succe|complet)/],
  ],
  [
    /^(complet|finish|finali|close|end|conclu|resolv|fulfil|encerr|fechar|cerrar|terminar)/,
    [/^(complet|done|finish|finali|conclu)/, /^(clos|encerrad|fechad|cerrad|terminad)/, /^(resolv|fulfil|succe)/],
  ],
  [/^(cancel|void|abort|anular)/, [/^(cancel|void|abort|anulad)/]],
  [
    /^(reject|declin|deny|refus|rejeit|recus|negar|rechaz)/,
    [/^(reject|declin|denied|refus|rejeit|recus|negad|rechaz)/],
  ],
  [
    /^(approv|accept|confirm|authoriz|verif|aprov|aprob|aceit|acept|autoriz)/,
    [
      /^(approv|aprov|aprob)/,
      /^(accept|aceit|acept)/,
      /^(confirm|authoriz|autoriz|verif)/,
      /^succe/,
      /^(active|ativ|activ|live)/,
    ],
  ],
  [
    /^(activat|enabl|publish|start|run|resume|boot|ativar|activar|habilit|public|inici|retomar)/,
    [/^(active|ativ|activ)/, /^(enabled|live|public|publish)/, /^(running|inprogress|started|emandamento|iniciad)/],
  ],
  [
    /^(deactivat|disabl|suspend|paus|stop|block|lock|freez|shutdown|desativ|inativ|desactiv|bloque)/,
    [
      /^(inactiv|inativ|disabled|deactiv|desativ|desactiv)/,
      /^(suspen|paus|stop|offline)/,
      /^(block|locked|frozen|bloque)/,
    ],
  ],
  [/^(send|submit|issue|enviar|emitir)/, [/^(sent|enviad)/, /^(issu|emitid)/, /^(submit|open|pending)/]],
  [/^(reopen|reabrir|open|abrir|unarchiv|restor)/, [/^(reopen|open|abert|abiert|reabert)/, /^(active|ativ|activ)/]],
  [/^(ship|dispatch|despach)/, [/^(ship|dispatch|despachad|intransit)/]],
  [/^(deliver|entreg)/, [/^(deliver|entreg)/]],
  [/^(refund|revers|estorn|devol|reembols)/, [/^(refund|revers|estornad|devol|reembols)/]],
  [/^hold/, [/^(onhold|held)/]],
  [/^withdraw/, [/^withdrawn/]],
];
