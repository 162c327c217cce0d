import Translate from '@docusaurus/Translate';
import { GuideLink } from '../../ui/GuideLink.tsx';
import { SecretOnce } from '../../ui/SecretOnce.tsx';
import type { useEndpoints } from './use-endpoints.ts';

/** The endpoint's secret, if the last action created one. */
export function NewSecret({ act }: Pick<ReturnType<typeof useEndpoints>, 'act'>) {
  if (!act.data?.secret) return null;
  return (
    <SecretOnce
      heading={<Translate id="webhooks.secret">Segredo para conferir as assinaturas</Translate>}
      secret={act.data.secret}
      onDone={act.reset}
    >
      <GuideLink to="webhook-signatures">
        <Translate id="webhooks.secret.guide">Como conferir uma assinatura</Translate>
      </GuideLink>
    </SecretOnce>
  );
}
