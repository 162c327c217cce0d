import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { useWorkspace } from '../client/use-workspace.ts';
import { ClockLead } from '../format/ClockLead.tsx';
import { formatSpan } from '../format/format-span.ts';
import { Moment } from '../format/Moment.tsx';
import { useNow } from '../format/use-now.ts';
import { Button } from '../ui/Button.tsx';
import styles from './TimeTravel.module.css';

const steps = [60, 3_600, 86_400, 2 * 86_400];

/** The workspace's clock. Moving it forward here makes pending deliveries happen at once. */
export function TimeTravel() {
  const { read, change } = useWorkspace();
  const problem = change.error ?? (read.data ? null : read.error);
  return (
    <section className={styles.bar} aria-label={translate({ id: 'workspace.clock', message: 'Relógio' })}>
      <p className={styles.clock}>
        {read.data ? (
          <Time aheadOfHere={read.data.aheadOfHere} aheadSeconds={read.data.workspace.ahead_seconds} />
        ) : (
          <span className={styles.none}>—</span>
        )}
      </p>
      <fieldset className={styles.steps} disabled={!read.data || change.isPending}>
        <legend>
          <Translate id="webhooks.clock.advance">Adiantar o relógio</Translate>
        </legend>
        <Steps onMove={(seconds) => change.mutate({ kind: 'move', by: { advance_seconds: seconds } })} />
        {read.data && read.data.workspace.ahead_seconds >= 1 && (
          <Button size="small" variant="plain" onClick={() => change.mutate({ kind: 'set-back' })}>
            <Translate id="workspace.clock.back">Voltar à hora real</Translate>
          </Button>
        )}
      </fieldset>
      {problem && <PlatformProblem error={problem} onRetry={() => void read.refetch()} />}
    </section>
  );
}

function Steps({ onMove }: { onMove: (seconds: number) => void }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  return steps.map((seconds) => (
    <Button key={seconds} size="small" onClick={() => onMove(seconds)}>
      + {formatSpan(seconds, currentLocale)}
    </Button>
  ));
}

function Time({ aheadOfHere, aheadSeconds }: { aheadOfHere: number; aheadSeconds: number }) {
  const now = useNow(aheadOfHere);
  return (
    <>
      <Moment time={now.toISOString()} timeStyle="medium" /> <ClockLead aheadSeconds={aheadSeconds} />
    </>
  );
}
