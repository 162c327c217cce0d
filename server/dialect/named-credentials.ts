import type { Parameter, SecurityScheme } from '../openapi/document-types.ts';

/** Names of what is a key in a query; a header's needs only to end in such a word. */
const inQuery = /^(api|access|auth|app|secret|private|subscription)(key|token)$|^authorization$/;
const inHeader = /(key|token|secret|authorization|apikey)$/;
/** What ends so too, and is none. */
const others =
  /(idempotency|csrf|xsrf|page|next|cursor|continuation|sync|upload|partition|cache|dedup|public|encryption|session|sort|order)\w{0,12}$/;

/** The schemes that a document means by ordinary parameters, where it declares none: `X-Server-Token`, `?api_key=`. */
export function schemesOfParameters(parameters: Parameter[]): SecurityScheme[] {
  return parameters.flatMap((parameter): SecurityScheme[] => {
    const { name, in: place } = parameter;
    return isCredential(parameter) ? [{ type: 'apiKey', in: place as 'header' | 'query', name }] : [];
  });
}

/** What is said of a `token` that is the caller's: others confirm an invitation, or mark a page. */
const ofCallers = /\b(authentication|authorization|access|bearer|api)\b.{0,20}\btoken\b/i;

/** Whether a parameter is named like a key, or described as one. */
export function isCredential({
  name,
  in: place,
  description,
}: Pick<Parameter, 'name' | 'in' | 'description'>): boolean {
  const plain = name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
  if (plain === 'token' && place === 'query') return ofCallers.test(description ?? '');
  const isKey = place === 'header' ? inHeader.test(plain) : place === 'query' && inQuery.test(plain);
  return isKey && !others.test(plain);
}
