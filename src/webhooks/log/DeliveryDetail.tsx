import Translate from '@docusaurus/Translate';
import { Awaiting } from '../../client/Awaiting.tsx';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { CodeView } from '../../ui/CodeView.tsx';
import { AttemptView } from './AttemptView.tsx';
import styles from './DeliveryDetail.module.css';
import { DeliveryFacts } from './DeliveryFacts.tsx';
import { DeliveryProspect } from './DeliveryProspect.tsx';
import { useDelivery } from './use-delivery.ts';

/** The details of a delivery: its state, its body and every attempt. */
export function DeliveryDetail({ id }: { id: string }) {
  const { read, resend } = useDelivery(id);
  const delivery = read.data;
  if (!delivery) {
    return (
      <Awaiting read={read}>
        <Translate id="webhooks.delivery.loading">Carregando a entrega…</Translate>
      </Awaiting>
    );
  }
  return (
    <div className={styles.detail}>
      <div className={styles.side}>
        <DeliveryProspect delivery={delivery} busy={resend.isPending} onResend={() => resend.mutate()} />
        {resend.error && <PlatformProblem error={resend.error} />}
        <DeliveryFacts delivery={delivery} />
      </div>
      <div className={styles.main}>
        <h3>
          <Translate id="webhooks.delivery.attempts" values={{ count: delivery.attempts.length }}>
            {'Tentativas ({count})'}
          </Translate>
        </h3>
        {delivery.attempts.length === 0 && (
          <p className={styles.waiting}>
            <Translate id="webhooks.delivery.noAttempt">Nenhuma ainda.</Translate>
          </p>
        )}
        <ol className={styles.attempts}>
          {delivery.attempts.toReversed().map((attempt, index) => (
            <AttemptView key={attempt.id} attempt={attempt} isOpen={index === 0} />
          ))}
        </ol>
        <h3>
          <Translate id="webhooks.delivery.payload">Corpo do evento</Translate>
        </h3>
        <CodeView
          linked
          code={JSON.stringify(delivery.payload, undefined, 2)}
          language="json"
          className={styles.code}
        />
      </div>
    </div>
  );
}
