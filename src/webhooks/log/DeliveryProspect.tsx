import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { useWorkspace } from '../../client/use-workspace.ts';
import { DeliveryBadge } from '../../events/DeliveryBadge.tsx';
import { explanationOf } from '../../events/delivery-texts.ts';
import { formatSpan } from '../../format/format-span.ts';
import { formatTime } from '../../format/format-time.ts';
import { useNow } from '../../format/use-now.ts';
import type { DeliveryWithAttempts } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';
import styles from './DeliveryDetail.module.css';

interface Props {
  delivery: DeliveryWithAttempts;
  busy: boolean;
  onResend: () => void;
}

/** A delivery's state, what happens next, and what the reader can do about it. */
export function DeliveryProspect({ delivery, busy, onResend }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const workspace = useWorkspace();
  const now = useNow(workspace.read.data?.aheadOfHere ?? 0);
  const next = delivery.next_attempt_at;
  const secondsLeft = next ? (Date.parse(next) - now.getTime()) / 1000 : 0;
  // Paces are kept in real time, whatever the workspace's clock says.
  const isPaced = delivery.held !== null && /unconfirmed|_pace$/.test(delivery.held);
  const canMove = next !== null && secondsLeft > 1 && !isPaced && workspace.read.data !== undefined;
  return (
    <div className={styles.prospect}>
      <p>
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
      <ButtonRow>
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
      </ButtonRow>
      {workspace.change.error && <PlatformProblem error={workspace.change.error} />}
    </div>
  );
}
