import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { AccountProblem } from '../../account/AccountProblem.tsx';
import type { DeliveryWithAttempts } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { formatSpan } from '../../workspace/format-span.ts';
import { useNow } from '../../workspace/use-now.ts';
import { useWorkspace } from '../../workspace/use-workspace.ts';
import { formatTime } from '../format-time.ts';
import { DeliveryBadge } from './DeliveryBadge.tsx';
import styles from './DeliveryDetail.module.css';
import { explanationOf } from './delivery-texts.ts';

interface Props {
  delivery: DeliveryWithAttempts;
  busy: boolean;
  onResend: () => void;
}

/** How a delivery stands, what comes next, and what the reader can do about it. */
export function DeliveryProspect({ delivery, busy, onResend }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const workspace = useWorkspace();
  const now = useNow(workspace.read.data?.aheadOfHere ?? 0);
  const next = delivery.next_attempt_at;
  const secondsLeft = next ? (Date.parse(next) - now.getTime()) / 1000 : 0;
  const canMove = next !== null && secondsLeft > 1 && workspace.read.data !== undefined;
  return (
    <div className={styles.prospect}>
      <p className={styles.standing}>
        <DeliveryBadge delivery={delivery} />
      </p>
      {explanationOf(delivery) && <p>{explanationOf(delivery)}</p>}
      {next && delivery.attempt_count > 0 && (
        <p>
          <Translate
            id="webhooks.delivery.next"
            values={{
              time: (
                <time key="time" dateTime={next}>
                  {formatTime(next, currentLocale)}
                </time>
              ),
            }}
          >
            {'Próxima tentativa: {time}'}
          </Translate>
          {canMove && (
            <span className={styles.left}>
              {' '}
              <Translate id="webhooks.delivery.left" values={{ span: formatSpan(secondsLeft, currentLocale) }}>
                {'(em {span})'}
              </Translate>
            </span>
          )}
        </p>
      )}
      <div className={styles.actions}>
        {canMove && (
          <Button
            size="small"
            disabled={workspace.change.isPending}
            onClick={() => workspace.change.mutate({ kind: 'move', by: { now: next } })}
          >
            <Translate id="webhooks.delivery.moveClock">Adiantar o relógio até lá</Translate>
          </Button>
        )}
        <Button size="small" disabled={busy} onClick={onResend}>
          <Translate id="webhooks.delivery.resend">Reenviar agora</Translate>
        </Button>
      </div>
      {workspace.change.error && <AccountProblem error={workspace.change.error} />}
    </div>
  );
}
