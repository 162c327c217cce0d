/** What a state says of its record: that it begins, that it has got where it was to get, that nothing more comes of it, or that it rests. */
export type StateKind = 'first' | 'done' | 'dead' | 'off' | 'other';

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
    'off',
    /^(inactiv|inativ|disabled|deactiv|desativ|desactiv|block|bloque|suspen|banned|stopp|paus|offline|lost|unsubscrib|skip|abandon|retired|obsolete|timedout|timeout|uncollectible)/,
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
