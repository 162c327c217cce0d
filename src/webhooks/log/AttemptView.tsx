import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { errorText } from '../../events/delivery-texts.ts';
import { prettyJson } from '../../exchange/received-response.ts';
import { formatDuration } from '../../format/format-figures.ts';
import { formatTime } from '../../format/format-time.ts';
import type { Attempt } from '../../generated/platform/types.gen.ts';
import { CodeView } from '../../ui/CodeView.tsx';
import { LinkedText } from '../../ui/LinkedText.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import { HeaderList } from '../HeaderList.tsx';
import styles from './AttemptView.module.css';
import { writeAttemptCurl } from './write-attempt-curl.ts';

/** One attempt: request, response, duration and error. */
export function AttemptView({ attempt, isOpen }: { attempt: Attempt; isOpen: boolean }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { number, outcome, started_at, duration_ms, response, request, error, next_attempt_at } = attempt;
  return (
    <li className={styles.attempt}>
      <details open={isOpen}>
        <summary>
          <span className={styles.number}>{number}</span>
          <span className={styles.outcome} data-outcome={outcome}>
            {outcome === 'sending' && <Translate id="webhooks.attempt.sending">enviando…</Translate>}
            {response && <StatusBadge status={response.status} text />}
            {error && error.code !== 'http_status' && errorText(error.code)}
          </span>
          {duration_ms !== null && <span>{formatDuration(duration_ms, currentLocale)}</span>}
          <time dateTime={started_at}>{formatTime(started_at, currentLocale)}</time>
        </summary>
        <div className={styles.body}>
          {error && (
            <p className={styles.error}>
              <LinkedText>{error.detail}</LinkedText>
            </p>
          )}
          <Timings attempt={attempt} />
          {next_attempt_at && (
            <p className={styles.quiet}>
              <Translate id="webhooks.attempt.next" values={{ time: formatTime(next_attempt_at, currentLocale) }}>
                {'A próxima tentativa foi agendada para {time}.'}
              </Translate>
            </p>
          )}
          <h4>
            <Translate id="webhooks.attempt.response">Resposta</Translate>
          </h4>
          {response ? (
            <>
              <HeaderList headers={response.headers} />
              {response.body !== '' && (
                <CodeView linked code={prettyJson(response.body)} language="json" wrap className={styles.code} />
              )}
              {response.body_truncated && (
                <p className={styles.quiet}>
                  <Translate id="webhooks.attempt.truncated">Só o início do corpo foi salvo.</Translate>
                </p>
              )}
            </>
          ) : (
            <p className={styles.quiet}>
              <Translate id="webhooks.attempt.noResponse">Sem resposta.</Translate>
            </p>
          )}
          <h4>
            <Translate id="webhooks.attempt.request">Requisição</Translate>
          </h4>
          <p className={styles.target} translate="no">
            {request.method} {request.url}
          </p>
          <HeaderList headers={request.headers} />
          <details className={styles.curl}>
            <summary>
              <Translate id="webhooks.attempt.curl">A mesma requisição com curl</Translate>
            </summary>
            <CodeView code={writeAttemptCurl(request)} language="shell" wrap className={styles.code} />
          </details>
        </div>
      </details>
    </li>
  );
}

function Timings({ attempt: { timing, address } }: { attempt: Attempt }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const steps = [
    [translate({ id: 'webhooks.attempt.dns', message: 'DNS' }), timing.dns_ms],
    [translate({ id: 'webhooks.attempt.connect', message: 'conexão' }), timing.connect_ms],
    [translate({ id: 'webhooks.attempt.firstByte', message: 'primeiro byte' }), timing.first_byte_ms],
  ] as const;
  const known = steps.flatMap(([name, ms]) => (ms === null ? [] : [`${name} ${formatDuration(ms, currentLocale)}`]));
  if (known.length === 0 && !address) return null;
  return <p className={styles.quiet}>{[address, ...known].filter(Boolean).join(' · ')}</p>;
}
