import Translate, { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePageQuery } from '../../ui/use-page-query.ts';
import fields from '../Fields.module.css';
import styles from './Inboxes.module.css';
import { InboxView } from './InboxView.tsx';
import { useInboxes } from './use-inboxes.ts';

/** Receiving addresses of this portal: webhooks can be seen without a server of one's own. */
export function Inboxes() {
  const { read, act } = useInboxes();
  const { search, change } = usePageQuery();
  const id = useId();
  const inboxes = read.data;

  if (read.error && !inboxes) return <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />;
  if (!inboxes) {
    return (
      <p role="status" className={styles.quiet}>
        <Translate id="webhooks.inboxes.loading">Lendo as caixas de entrada…</Translate>
      </p>
    );
  }
  const wanted = new URLSearchParams(search).get('inbox');
  const inbox = inboxes.find((each) => each.id === wanted) ?? inboxes.at(-1);
  const create = () => act.mutate({ kind: 'create' }, { onSuccess: (made) => change({ inbox: made?.id }, 'replace') });
  return (
    <div className={styles.inboxes}>
      {inbox ? (
        <div className={fields.row}>
          {inboxes.length > 1 && (
            <span>
              <label htmlFor={id}>
                <Translate id="webhooks.inboxes.which">Caixa de entrada</Translate>
              </label>
              <select id={id} value={inbox.id} onChange={({ target }) => change({ inbox: target.value }, 'replace')}>
                {inboxes.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name ?? `…${each.id.slice(-8)}`} ({each.message_count})
                  </option>
                ))}
              </select>
            </span>
          )}
          <Button disabled={act.isPending} onClick={create}>
            <Translate id="webhooks.inboxes.another">Criar outra caixa</Translate>
          </Button>
        </div>
      ) : (
        <div className={styles.empty}>
          <h2>
            <Translate id="webhooks.inboxes.empty">Veja um webhook sem ter um servidor</Translate>
          </h2>
          <p>
            <Translate id="webhooks.inboxes.empty.text">
              Uma caixa de entrada é um endereço deste portal que recebe, confere a assinatura e mostra o que chegou.
              Ela também falha quando você pede, para você ver as novas tentativas.
            </Translate>
          </p>
          <Button variant="primary" disabled={act.isPending} onClick={create}>
            <Translate id="webhooks.inboxes.create">Criar uma caixa de entrada</Translate>
          </Button>
        </div>
      )}
      {act.error && <PlatformProblem error={act.error} />}
      {inbox && (
        <InboxView
          key={inbox.id}
          inbox={inbox}
          label={inbox.name ?? translate({ id: 'webhooks.inbox.unnamed', message: 'Caixa de entrada' })}
        />
      )}
    </div>
  );
}
