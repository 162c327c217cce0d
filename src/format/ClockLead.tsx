import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import styles from './ClockLead.module.css';
import { formatSpan } from './format-span.ts';

/** How far a workspace's clock is ahead of real time. */
export function ClockLead({ aheadSeconds }: { aheadSeconds: number }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const isAhead = aheadSeconds >= 1;
  return (
    <span className={styles.lead} data-ahead={isAhead}>
      {isAhead ? (
        <Translate id="workspace.clock.ahead" values={{ span: formatSpan(aheadSeconds, currentLocale) }}>
          {'{span} à frente da hora real'}
        </Translate>
      ) : (
        <Translate id="workspace.clock.real">hora real</Translate>
      )}
    </span>
  );
}
