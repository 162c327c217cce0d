import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { Moment } from '../../format/Moment.tsx';
import type { ApiKey } from '../../generated/platform/types.gen.ts';
import { Fact } from '../../ui/Fact.tsx';
import styles from '../Card.module.css';
import { LastUse } from '../LastUse.tsx';
import { ScopeChips } from '../scopes/ScopeChips.tsx';

/** A key's access, creation, last use and expiry. */
export function KeyFacts({ apiKey }: { apiKey: ApiKey }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { scopes, allowed_addresses, requests_per_minute, created_at, expires_at, revoked_at, last_used } = apiKey;
  return (
    <dl className={styles.facts}>
      <Fact term={<Translate id="keys.scopes">Escopos</Translate>}>
        <ScopeChips scopes={scopes} />
      </Fact>
      <Fact term={<Translate id="keys.created">Criada em</Translate>}>
        <Moment time={created_at} />
      </Fact>
      {revoked_at ? (
        <Fact term={<Translate id="keys.revokedAt">Revogada em</Translate>}>
          <Moment time={revoked_at} />
        </Fact>
      ) : (
        <Fact term={<Translate id="keys.expires">Expira</Translate>}>
          {expires_at ? <Moment time={expires_at} /> : <Translate id="keys.expires.never">nunca</Translate>}
        </Fact>
      )}
      <Fact term={<Translate id="keys.lastUse">Último uso</Translate>}>
        <LastUse use={last_used} />
      </Fact>
      <Fact term={<Translate id="keys.addresses">Endereços IP permitidos</Translate>}>
        {allowed_addresses.length > 0 && <span translate="no">{allowed_addresses.join(', ')}</span>}
      </Fact>
      <Fact term={<Translate id="keys.limit">Chamadas por minuto</Translate>}>
        {requests_per_minute?.toLocaleString(currentLocale)}
      </Fact>
    </dl>
  );
}
