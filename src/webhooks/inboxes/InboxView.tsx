import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { Inbox } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { NewSecret } from '../endpoints/NewSecret.tsx';
import { TestEvent } from '../endpoints/TestEvent.tsx';
import { useEndpoints } from '../endpoints/use-endpoints.ts';
import { InboxAnswerForm } from './InboxAnswerForm.tsx';
import styles from './Inboxes.module.css';
import { MessageList } from './MessageList.tsx';
import { useInboxes } from './use-inboxes.ts';

/** One inbox: its address, its response, and the messages received. */
export function InboxView({ inbox, label }: { inbox: Inbox; label: string }) {
  const { act } = useInboxes();
  const endpoints = useEndpoints();
  const { id, url } = inbox;
  const endpoint = endpoints.read.data?.find((each) => each.url === url);
  const error = act.error ?? endpoints.act.error;
  return (
    <section className={styles.inbox} aria-label={label}>
      <p className={styles.address}>
        <code translate="no">{url}</code>
        <CopyButton text={url} label={translate({ id: 'webhooks.inbox.copy', message: 'Copiar o endereço' })} />
      </p>
      <ButtonRow size="small">
        {endpoint ? (
          <>
            <TestEvent
              disabled={endpoints.act.isPending || endpoint.status !== 'active'}
              onSend={(type) => endpoints.act.mutate({ kind: 'test', id: endpoint.id, type })}
            />
            <Link to={`/webhooks?tab=endpoints&endpoint=${endpoint.id}`}>
              <Translate id="webhooks.inbox.endpoint">Ver o endpoint desta caixa</Translate>
            </Link>
          </>
        ) : (
          <Button
            size="small"
            variant="primary"
            disabled={endpoints.act.isPending || !endpoints.read.data}
            onClick={() => endpoints.act.mutate({ kind: 'create', body: { url } })}
          >
            <Translate id="webhooks.inbox.use">Usar como endpoint</Translate>
          </Button>
        )}
        <ConfirmButton
          size="small"
          disabled={act.isPending}
          label={<Translate id="webhooks.inbox.delete">Excluir…</Translate>}
          question={<Translate id="webhooks.inbox.delete.question">Excluir esta caixa de entrada?</Translate>}
          consequence={
            <Translate id="webhooks.inbox.delete.consequence">
              As mensagens dela são apagadas, e o endereço passa a responder 404.
            </Translate>
          }
          action={<Translate id="webhooks.inbox.delete.action">Excluir a caixa</Translate>}
          onConfirm={() => act.mutate({ kind: 'delete', id })}
        />
      </ButtonRow>
      <NewSecret act={endpoints.act} />
      {error && <PlatformProblem error={error} />}
      <div className={styles.columns}>
        <InboxAnswerForm
          inbox={inbox}
          busy={act.isPending}
          isSaved={act.isSuccess && act.variables.kind === 'change'}
          onSave={(body) => act.mutate({ kind: 'change', id, body })}
        />
        <MessageList inbox={inbox} busy={act.isPending} onEmpty={() => act.mutate({ kind: 'empty', id })} />
      </div>
    </section>
  );
}
