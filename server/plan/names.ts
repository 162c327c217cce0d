/** A name without punctuation and case: `bank-accounts`, `bank_accounts` and `bankAccounts` are the same. */
export function plain(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** Whether two names mean the same records: `ssh_key` under `/keys`, `Invoices` under `/invoices/{id}`. */
export function isAlike(one: string, other: string): boolean {
  const [a, b] = [plain(singularOf(one)), plain(singularOf(other))];
  const [longer, shorter] = a.length > b.length ? [a, b] : [b, a];
  return a === b || (shorter.length >= 3 && longer.endsWith(shorter));
}

/** The approximate singular of an English or Portuguese plural, for comparing names. */
export function singularOf(plural: string): string {
  return plural
    .replace(/(ões|oes)$/i, 'ao')
    .replace(/ies$/i, 'y')
    .replace(/(ais)$/i, 'al')
    .replace(/(sses|xes|ches|shes)$/i, (end) => end.slice(0, -2))
    .replace(/ures$/i, (end) => end.slice(0, -1))
    .replace(/(res|zes)$/i, (end) => (plural.length > 6 ? end.slice(0, -2) : end.slice(0, -1)))
    .replace(/([^s])s$/i, '$1');
}
