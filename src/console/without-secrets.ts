/** Keys, OAuth client secrets, webhook secrets and access tokens; the captured prefix is preserved. */
const SECRET = /(sk_(?:test|live)_)[\w-]{4,}|\b(cs_)\w{20,}|\b(whsec_)[\w+/=]{20,}|\b(eyJ)[\w-]+\.[\w-]+\.[\w-]*/g;

/** Names of fields and members whose values are secrets. */
const SECRET_NAME =
  /^(authorization|proxy-authorization|cookie|set-cookie)$|(api|access|client|secret|auth|private|refresh|session|id)[-_ ]?(key|token|secret)$|^(token|secret|jwt)$|passw|senha|passphrase|segredo/i;

export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

/** A text in which everything that is or looks like a secret is redacted, wherever it stands. */
export function withoutSecrets(text: string, known: string[] = []): string {
  return known
    .reduce((rest, secret) => rest.replaceAll(secret, '…'), text)
    .replaceAll(SECRET, '$1$2$3$4…')
    .replaceAll(MEMBER, (whole, start: string, name: string) => (isSecretName(name) ? `${start}"…"` : whole))
    .replaceAll(PARAMETER, (whole, start: string, name: string) => (isSecretName(name) ? `${start}…` : whole));
}

/** The secrets of a key as a request has it: an id may stand before it, with a colon between. */
export function secretsOfKey(key: string): string[] {
  const parts = [key, key.slice(key.indexOf(':') + 1)];
  return [...new Set(parts)].filter((part) => part.length >= SHORTEST);
}

/** Shorter ones would be found everywhere. */
const SHORTEST = 6;

/** A member of JSON whose value is a text. */
const MEMBER = /(?<!\\)("((?:[^"\\]|\\.)*)"\s*:\s*)"(?:[^"\\]|\\.)+"/g;

/** A parameter of an address or of a form, also where `&` or `/` is escaped in JSON. */
const PARAMETER = /((?:^|[?&#]|\\u0026)([^=?&#\s"\\]+)=)(?:[^&#\s"\\]|\\\/)+/g;
