import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import type { ReactNode } from 'react';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { Button } from '../ui/Button.tsx';
import { NewSecret } from './endpoints/NewSecret.tsx';
import { useEndpoints } from './endpoints/use-endpoints.ts';
import styles from './FirstWebhook.module.css';
import { useInboxes } from './inboxes/use-inboxes.ts';

/** Shown in an empty log: three clicks to the first webhook. */
export function FirstWebhook() {
  const inboxes = useInboxes();
  const endpoints = useEndpoints();
  const inbox = inboxes.read.data?.at(-1);
  const endpoint = endpoints.read.data?.find(({ status }) => status === 'active');
  const error = inboxes.act.error ?? endpoints.act.error ?? inboxes.read.error ?? endpoints.read.error;
  const isReady = inboxes.read.data !== undefined && endpoints.read.data !== undefined;
  const step = endpoint ? 3 : inbox ? 2 : 1;
  const busy = !isReady || inboxes.act.isPending || endpoints.act.isPending;
  return (
    <section className={styles.first} aria-labelledby="first-webhook">
      <h2 id="first-webhook">
        <Translate id="webhooks.first">Seu primeiro webhook, em três cliques</Translate>
      </h2>
      <p className={styles.lead}>
        <Translate id="webhooks.first.lead">
          Nada foi enviado ainda. Sem servidor? Comece por uma caixa de entrada.
        </Translate>
      </p>
      <ol className={styles.steps}>
        <Step
          isDone={step > 1}
          isCurrent={step === 1}
          title={<Translate id="webhooks.first.inbox">Um endereço para receber</Translate>}
        >
          {inbox && step > 1 ? (
            <code translate="no">{inbox.url}</code>
          ) : (
            <Button
              variant="primary"
              disabled={busy || step !== 1}
              onClick={() => inboxes.act.mutate({ kind: 'create' })}
            >
              <Translate id="webhooks.inboxes.create">Criar uma caixa de entrada</Translate>
            </Button>
          )}
        </Step>
        <Step
          isDone={step > 2}
          isCurrent={step === 2}
          title={<Translate id="webhooks.first.endpoint">Um endpoint para o endereço</Translate>}
        >
          {step > 2 ? (
            <Translate id="webhooks.endpoint.everything">Recebe todos os eventos</Translate>
          ) : (
            <Button
              variant={step === 2 ? 'primary' : 'quiet'}
              disabled={busy || step !== 2}
              onClick={() => inbox && endpoints.act.mutate({ kind: 'create', body: { url: inbox.url } })}
            >
              <Translate id="webhooks.inbox.use">Usar como endpoint</Translate>
            </Button>
          )}
        </Step>
        <Step isDone={false} isCurrent={step === 3} title={<Translate id="webhooks.first.event">Um evento</Translate>}>
          <Button
            variant={step === 3 ? 'primary' : 'quiet'}
            disabled={busy || step !== 3}
            onClick={() => endpoint && endpoints.act.mutate({ kind: 'test', id: endpoint.id })}
          >
            <Translate id="webhooks.endpoint.test">Enviar evento de teste</Translate>
          </Button>
          <span>
            <Translate
              id="webhooks.first.or"
              values={{
                change: (
                  <Link key="change" to="/reference">
                    <Translate id="webhooks.first.change">altere seus dados</Translate>
                  </Link>
                ),
              }}
            >
              {'ou {change} no console'}
            </Translate>
          </span>
        </Step>
      </ol>
      <NewSecret act={endpoints.act} />
      {error && <PlatformProblem error={error} />}
    </section>
  );
}

interface StepProps {
  isDone: boolean;
  isCurrent: boolean;
  title: ReactNode;
  children: ReactNode;
}

function Step({ isDone, isCurrent, title, children }: StepProps) {
  return (
    <li className={styles.step} data-done={isDone} aria-current={isCurrent ? 'step' : undefined}>
      <h3>{title}</h3>
      <div className={styles.act}>{children}</div>
    </li>
  );
}
