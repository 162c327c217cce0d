import Translate from '@docusaurus/Translate';
import type { ApiKey } from '../generated/platform/types.gen.ts';
import styles from './EnvironmentBadge.module.css';

/** Test or production, distinguished by text, shape and colour. */
export function EnvironmentBadge({ environment }: { environment: ApiKey['environment'] }) {
  return (
    <span className={styles.badge} data-environment={environment}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        {environment === 'live' ? (
          <path d="M6.8.5 2 7h3.2L4.6 11.5 10 4.8H6.6z" fill="currentColor" />
        ) : (
          <path
            d="M4.5 1v3.6L1.8 9.6A1 1 0 0 0 2.7 11h6.6a1 1 0 0 0 .9-1.4L7.5 4.6V1M3.5 1h5M3.2 7.5h5.6"
            fill="none"
            stroke="currentColor"
          />
        )}
      </svg>
      {environment === 'live' ? (
        <Translate id="keys.environment.live">Produção</Translate>
      ) : (
        <Translate id="keys.environment.test">Teste</Translate>
      )}
    </span>
  );
}
