import Translate, { translate } from '@docusaurus/Translate';
import { Awaiting } from '../../client/Awaiting.tsx';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Control.tsx';
import { Field, FieldRow } from '../../ui/Field.tsx';
import { usePageQuery } from '../../ui/use-page-query.ts';
import styles from './Inboxes.module.css';
import { InboxView } from './InboxView.tsx';
import { useInboxes } from './use-inboxes.ts';

/** Inboxes: addresses on this portal that receive webhooks, for people without a server. */
export function Inboxes() {
  const { read, act } = useInboxes();
  const { search, change } = usePageQuery();
  const inboxes = read.data;

  if (!inboxes) {
    return (
      <Awaiting read={read}>
        <Translate id="webhooks.inboxes.loading">Carregando as caixas de entrada…</Translate>
      </Awaiting>
    );
  }
  const wanted = new URLSearchParams(search).get('inbox');
  const inbox = inboxes.find((each) => each.id === wanted) ?? inboxes.at(-1);
  const create = () => act.mutate({ kind: 'create' }, { onSuccess: (made) => change({ inbox: made?.id }, 'replace') });
  return (
    <div className={styles.inboxes}>
      {inbox ? (
        <FieldRow>
          {inboxes.length > 1 && (
            <Field label={<Translate id="webhooks.inboxes.which">Caixa de entrada</Translate>}>
              {(control) => (
                <Select
                  {...control}
                  value={inbox.id}
                  onChange={({ target }) => change({ inbox: target.value }, 'replace')}
                >
                  {inboxes.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.name ?? `…${each.id.slice(-8)}`} ({each.message_count})
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
          <Button disabled={act.isPending} onClick={create}>
            <Translate id="webhooks.inboxes.another">Criar outra caixa</Translate>
          </Button>
        </FieldRow>
      ) : (
        <div className={styles.empty}>
          <h2>
            <Translate id="webhooks.inboxes.empty">Veja um webhook sem ter um servidor</Translate>
          </h2>
          <p>
            <Translate id="webhooks.inboxes.empty.text">
              Uma caixa de entrada é um endereço deste portal que recebe webhooks, confere a assinatura e mostra o que
              chegou. Ela também pode falhar, para você ver as novas tentativas.
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
