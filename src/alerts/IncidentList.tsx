import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { numberFormat } from '../format/formatters.ts';
import { Moment } from '../format/Moment.tsx';
import type { AlertFigures, AlertIncident, AlertSubject } from '../generated/platform/types.gen.ts';
import { PageLink } from '../ui/PageLink.tsx';
import styles from './Alerts.module.css';
import { kindTexts, shownThreshold } from './kind-texts.ts';

/** Incidents, newest first, each with what it found and what it is about. */
export function IncidentList({ incidents }: { incidents: AlertIncident[] }) {
  const texts = kindTexts();
  return (
    <ul className={styles.incidents}>
      {incidents.map(({ id, kind, name, api, threshold, status, opened_at, opened_figures, resolved_at }) => (
        <li key={id} data-status={status}>
          <h3>
            {name ?? texts[kind].name}
            {api && <code translate="no">{api}</code>}
          </h3>
          <p>
            <Sentence figures={opened_figures} kind={kind} threshold={threshold} />
          </p>
          {opened_figures.subjects.length > 0 && (
            <ul className={styles.subjects}>
              {opened_figures.subjects.map((subject) => (
                <li key={subject.id}>
                  <SubjectLine subject={subject} />
                </li>
              ))}
            </ul>
          )}
          <p className={styles.times}>
            <Translate id="alerts.since" values={{ time: <Moment time={opened_at} /> }}>
              {'Desde {time}'}
            </Translate>
            {resolved_at && (
              <>
                {' · '}
                <Translate id="alerts.until" values={{ time: <Moment time={resolved_at} /> }}>
                  {'terminou em {time}'}
                </Translate>
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

interface SentenceProps {
  figures: AlertFigures;
  kind: AlertIncident['kind'];
  threshold: number;
}

function Sentence({ figures: { value, calls, affected, window_minutes }, kind, threshold }: SentenceProps) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { unit } = kindTexts()[kind];
  const show = (figure: number) => numberFormat(currentLocale).format(figure);
  const shown = value === null ? '–' : `${show(shownThreshold(kind, value))} ${unit}`;
  const bound = `${show(shownThreshold(kind, threshold))} ${unit}`;
  if (calls === null) {
    return (
      <Translate id="alerts.sentence.things" values={{ affected: show(affected), bound }}>
        {'Afetados: {affected}. Limite: {bound}.'}
      </Translate>
    );
  }
  if (kind === 'silence') {
    return window_minutes !== 60 ? (
      <Translate id="alerts.sentence.suddenSilence" values={{ usual: show(value ?? 0), minutes: window_minutes ?? 0 }}>
        {'Nenhuma chamada em {minutes} minutos; o habitual é {usual}.'}
      </Translate>
    ) : (
      <Translate id="alerts.sentence.silence" values={{ usual: show(value ?? 0) }}>
        {'Nenhuma chamada; nessa hora do dia costuma haver {usual}.'}
      </Translate>
    );
  }
  return (
    <Translate
      id="alerts.sentence.calls"
      values={{ shown, bound, affected: show(affected), calls: show(calls), minutes: window_minutes ?? 0 }}
    >
      {'{shown} (limite: {bound}): {affected} de {calls} chamadas em {minutes} minutos.'}
    </Translate>
  );
}

function SubjectLine({ subject: { type, id, name, count, ends_at } }: { subject: AlertSubject }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const address = {
    operation: `/requests?${new URLSearchParams({ ...(name && { api: name }), operation: id })}`,
    webhook_endpoint: `/webhooks?tab=endpoints&endpoint=${id}`,
    api_key: '/keys',
    oauth_client: '/keys',
  }[type];
  const label = type === 'operation' ? `${name} · ${id}` : (name ?? id);
  return (
    <>
      <PageLink to={address} inSentence>
        {label}
      </PageLink>
      {count !== null && (
        <span className={styles.quiet}>
          {translate(
            { id: 'alerts.subject.count', message: '{count} com o problema' },
            { count: numberFormat(currentLocale).format(count) },
          )}
        </span>
      )}
      {ends_at && (
        <span className={styles.quiet}>
          <Translate id="alerts.subject.ends" values={{ time: <Moment time={ends_at} /> }}>
            {'até {time}'}
          </Translate>
        </span>
      )}
    </>
  );
}
