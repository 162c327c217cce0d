import { translate } from '@docusaurus/Translate';
import type { Actor } from '../generated/platform/types.gen.ts';

/** The name of the actor, if known. */
export function actorText({ type, id }: Actor, names: Map<string, string>): string {
  const name = names.get(id ?? '') ?? id ?? '';
  if (type === 'person') return name || translate({ id: 'keys.audit.by.deleted', message: 'Conta excluída' });
  if (type === 'api_key') return translate({ id: 'keys.audit.by.key', message: 'Chave {name}' }, { name });
  if (type === 'oauth_client') return translate({ id: 'keys.audit.by.client', message: 'Cliente {name}' }, { name });
  return translate({ id: 'keys.audit.by.nobody', message: 'Anônimo' });
}
