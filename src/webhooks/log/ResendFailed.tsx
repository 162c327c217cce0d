import Translate, { translate } from '@docusaurus/Translate';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { PlatformError } from '../../client/platform-error.ts';
import { usePlatform } from '../../client/use-platform.ts';
import { localValue, momentOf } from '../../format/format-time.ts';
import { shortUrl } from '../../format/short-url.ts';
import { resendDeliveries } from '../../generated/platform/sdk.gen.ts';
import type { Resend, ResendCount, WebhookEndpoint } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';
import { Check } from '../../ui/Check.tsx';
import { Input, Select } from '../../ui/Control.tsx';
import { DialogButton } from '../../ui/DialogButton.tsx';
import { Field, FieldRow } from '../../ui/Field.tsx';
import styles from './ResendFailed.module.css';

const DAY_MS = 86_400_000;

/** Resends everything that has failed since a given time, for a receiver that has recovered. */
export function ResendFailed({ endpoints }: { endpoints: WebhookEndpoint[] }) {
  const call = usePlatform();
  const resend = useMutation<ResendCount, PlatformError, Resend>({
    networkMode: 'always',
    mutationFn: (body) => call((options) => resendDeliveries({ ...options, body })),
  });
  return (
    <DialogButton
      size="small"
      label={<Translate id="webhooks.resend">Reenviar entregas com falha…</Translate>}
      heading={<Translate id="webhooks.resend.heading">Reenviar entregas com falha</Translate>}
      onOpen={resend.reset}
    >
      {(close) => (
        <ResendForm endpoints={endpoints} busy={resend.isPending} onSend={resend.mutate} onClose={close}>
          {resend.error && <PlatformProblem error={resend.error} />}
          <span role="status">
            {resend.data && (
              <Translate id="webhooks.resend.done" values={{ count: resend.data.count }}>
                {'Entregas que voltaram à fila: {count}.'}
              </Translate>
            )}
          </span>
        </ResendForm>
      )}
    </DialogButton>
  );
}

interface FormProps {
  endpoints: WebhookEndpoint[];
  busy: boolean;
  onSend: (wanted: Resend) => void;
  onClose: () => void;
  children: ReactNode;
}

function ResendForm({ endpoints, busy, onSend, onClose, children }: FormProps) {
  const [since, setSince] = useState(() => localValue(Date.now() - DAY_MS));
  const [endpoint, setEndpoint] = useState('');
  const [skipped, setSkipped] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const moment = momentOf(since);
    if (moment) onSend({ since: moment, ...(endpoint && { endpoint_id: endpoint }), include_skipped: skipped });
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <FieldRow>
        <Field label={<Translate id="webhooks.resend.since">Desde</Translate>}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              required
              value={since}
              onChange={({ target }) => setSince(target.value)}
            />
          )}
        </Field>
        <Field label={<Translate id="webhooks.resend.endpoint">Para</Translate>}>
          {(control) => (
            <Select {...control} value={endpoint} onChange={({ target }) => setEndpoint(target.value)}>
              <option value="">
                {translate({ id: 'webhooks.resend.every', message: 'Todos os endpoints ativos' })}
              </option>
              {endpoints.map(({ id, url, description }) => (
                <option key={id} value={id}>
                  {description || shortUrl(url)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </FieldRow>
      <Check checked={skipped} onChange={setSkipped}>
        <Translate id="webhooks.resend.skipped">
          Também as que não foram enviadas porque o endpoint estava desativado
        </Translate>
      </Check>
      {children}
      <ButtonRow align="end">
        <Button onClick={onClose}>
          <Translate id="webhooks.close">Fechar</Translate>
        </Button>
        <Button type="submit" variant="primary" disabled={busy}>
          <Translate id="webhooks.resend.action">Reenviar</Translate>
        </Button>
      </ButtonRow>
    </form>
  );
}
