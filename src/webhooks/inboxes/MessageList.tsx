import Translate from '@docusaurus/Translate';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { Inbox } from '../../generated/platform/types.gen.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import styles from './Inboxes.module.css';
import { MessageView } from './MessageView.tsx';
import { useMessages } from './use-messages.ts';

interface Props {
  inbox: Inbox;
  busy: boolean;
  onEmpty: () => void;
}

/** The messages of an inbox, the newest first. */
export function MessageList({ inbox, busy, onEmpty }: Props) {
  const { data, error, refetch } = useMessages(inbox.id);
  const messages = data?.data ?? [];
  return (
    <div className={styles.messages}>
      <div className={styles.messagesHead}>
        <h2>
          <Translate id="webhooks.messages">Mensagens</Translate>
        </h2>
        {messages.length > 0 && (
          <ConfirmButton
            size="small"
            disabled={busy}
            label={<Translate id="webhooks.messages.empty">Esvaziar…</Translate>}
            question={<Translate id="webhooks.messages.empty.question">Esvaziar a caixa?</Translate>}
            consequence={
              <Translate id="webhooks.messages.empty.consequence">
                As mensagens são apagadas de vez. O histórico de entregas não muda.
              </Translate>
            }
            action={<Translate id="webhooks.messages.empty.action">Apagar as mensagens</Translate>}
            onConfirm={onEmpty}
          />
        )}
      </div>
      {error && <PlatformProblem error={error} onRetry={() => void refetch()} />}
      {data && messages.length === 0 && (
        <p className={styles.quiet}>
          <Translate id="webhooks.messages.none">
            Nenhuma mensagem ainda. Elas aparecem aqui assim que chegam.
          </Translate>
        </p>
      )}
      <ol className={styles.list}>
        {messages.map((message) => (
          <MessageView key={message.id} message={message} />
        ))}
      </ol>
      {data?.has_more && (
        <p className={styles.quiet}>
          <Translate id="webhooks.messages.more" values={{ count: messages.length }}>
            {'Mostrando as {count} mais recentes.'}
          </Translate>
        </p>
      )}
    </div>
  );
}
