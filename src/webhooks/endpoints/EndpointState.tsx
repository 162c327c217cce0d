import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { formatTime } from '../../format/format-time.ts';
import type { WebhookEndpoint } from '../../generated/platform/types.gen.ts';
import styles from './Endpoints.module.css';

/** An endpoint's health: whether it receives events and, if not, why and what to do. */
export function EndpointState({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { status, disabled_reason, disabled_at, circuit, held, held_until, previous_secret_expires_at } = endpoint;
  const time = (moment: string | null) => (moment ? formatTime(moment, currentLocale) : '');
  const isOpen = status === 'active' && circuit.state === 'open';
  const isUnconfirmed = status === 'active' && held === 'unconfirmed';
  return (
    <>
      <p className={styles.state} data-state={isOpen || isUnconfirmed ? 'failing' : status}>
        {status === 'active' && !isOpen && !isUnconfirmed && <Translate id="webhooks.state.active">Ativo</Translate>}
        {isUnconfirmed && !isOpen && (
          <Translate id="webhooks.state.awaiting">Ativo, mas o receptor ainda não confirmou</Translate>
        )}
        {isOpen && (
          <Translate
            id="webhooks.state.failing"
            values={{ count: circuit.consecutive_failures, time: time(circuit.next_probe_at) }}
          >
            {
              'Falhando: {count} tentativas seguidas sem sucesso. A próxima sai em {time}; as outras entregas esperam por ela.'
            }
          </Translate>
        )}
        {status === 'paused' && (
          <Translate id="webhooks.state.paused">Pausado: as entregas esperam até que ele seja retomado.</Translate>
        )}
        {status === 'disabled' && disabled_reason === 'gone' && (
          <Translate id="webhooks.state.gone" values={{ time: time(disabled_at) }}>
            {'Desativado em {time}, porque o receptor respondeu 410. Novos eventos não são enviados.'}
          </Translate>
        )}
        {status === 'disabled' && disabled_reason !== 'gone' && (
          <Translate id="webhooks.state.disabled" values={{ time: time(disabled_at) }}>
            {'Desativado em {time}, depois de dias só de falhas. Novos eventos não são enviados.'}
          </Translate>
        )}
      </p>
      {isUnconfirmed && (
        <p className={styles.quiet}>
          <Translate id="webhooks.state.unconfirmed" values={{ time: time(held_until) }}>
            {
              'Nenhuma resposta desta URL foi 2xx até agora. Para proteger quem não pediu webhooks, o host recebe só uma tentativa a cada 10 minutos, de todos os espaços juntos; a próxima, em {time} (hora real). O primeiro 2xx libera todas.'
            }
          </Translate>
        </p>
      )}
      {status === 'active' && (held === 'host_pace' || held === 'workspace_pace') && (
        <p className={styles.quiet}>
          <Translate id="webhooks.state.paced">
            Há mais entregas do que o ritmo permite. Nenhuma se perde: elas saem aos poucos.
          </Translate>
        </p>
      )}
      {previous_secret_expires_at && Date.parse(previous_secret_expires_at) > Date.now() && (
        <p className={styles.quiet}>
          <Translate id="webhooks.state.rotation" values={{ time: time(previous_secret_expires_at) }}>
            {'O segredo anterior também assina até {time} (hora real).'}
          </Translate>
        </p>
      )}
    </>
  );
}
