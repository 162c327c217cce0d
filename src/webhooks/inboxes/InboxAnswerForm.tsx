import Translate, { translate } from '@docusaurus/Translate';
import { type FormEvent, useId, useState } from 'react';
import type { Inbox, InboxChange } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';
import { Check } from '../../ui/Check.tsx';
import { Input } from '../../ui/Control.tsx';
import { Field, FieldRow } from '../../ui/Field.tsx';
import styles from './Inboxes.module.css';

interface Props {
  inbox: Inbox;
  busy: boolean;
  isSaved: boolean;
  onSave: (change: InboxChange) => void;
}

/** Configures the response of an inbox, to simulate a receiver that is slow, fails or drops the connection. */
export function InboxAnswerForm({ inbox, busy, isSaved, onSave }: Props) {
  const id = useId();
  const { answer } = inbox;
  const [status, setStatus] = useState(String(answer.status));
  const [delay, setDelay] = useState(String(answer.delay_seconds));
  const [retryAfter, setRetryAfter] = useState(String(answer.retry_after_seconds ?? ''));
  const [failNext, setFailNext] = useState(String(inbox.fail_next));
  const [hangUp, setHangUp] = useState(answer.close_connection);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSave({
      fail_next: Number(failNext),
      answer: {
        status: Number(status),
        delay_seconds: Number(delay),
        retry_after_seconds: retryAfter === '' ? null : Number(retryAfter),
        close_connection: hangUp,
      },
    });
  }

  const numbers = [
    ['status', translate({ id: 'webhooks.response.status', message: 'Status' }), status, setStatus, 200, 599],
    ['delay', translate({ id: 'webhooks.response.delay', message: 'Atraso (s)' }), delay, setDelay, 0, 30],
    [
      'fail',
      translate({ id: 'webhooks.response.failNext', message: 'Próximas requisições a falhar (500)' }),
      failNext,
      setFailNext,
      0,
      100,
    ],
    [
      'retry',
      translate({ id: 'webhooks.response.retryAfter', message: 'Retry-After (s, opcional)' }),
      retryAfter,
      setRetryAfter,
      0,
      604_800,
    ],
  ] as const;
  return (
    <form className={styles.answer} onSubmit={submit} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        <Translate id="webhooks.response">Resposta</Translate>
      </h2>
      <FieldRow>
        {numbers.map(([name, label, value, set, min, max]) => (
          <Field key={name} label={label}>
            {(control) => (
              <Input
                {...control}
                type="number"
                className={styles.number}
                required={name !== 'retry'}
                min={min}
                max={max}
                value={value}
                onChange={({ target }) => set(target.value)}
              />
            )}
          </Field>
        ))}
      </FieldRow>
      <Check checked={hangUp} onChange={setHangUp}>
        <Translate id="webhooks.response.close">Fechar a conexão sem responder</Translate>
      </Check>
      {inbox.fail_next > 0 && (
        <p className={styles.quiet}>
          <Translate id="webhooks.response.failing" values={{ count: inbox.fail_next }}>
            {'Falhas restantes: {count}.'}
          </Translate>
        </p>
      )}
      <ButtonRow size="small">
        <Button type="submit" size="small" disabled={busy}>
          <Translate id="webhooks.response.save">Salvar resposta</Translate>
        </Button>
        <span role="status" className={styles.said}>
          {isSaved && <Translate id="webhooks.response.saved">Salva. Vale a partir da próxima mensagem.</Translate>}
        </span>
      </ButtonRow>
    </form>
  );
}
