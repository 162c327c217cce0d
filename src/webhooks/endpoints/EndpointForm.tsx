import Translate, { translate } from '@docusaurus/Translate';
import { type FormEvent, useId, useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { PlatformError } from '../../client/platform-error.ts';
import type { NewWebhookEndpoint, WebhookEndpoint } from '../../generated/platform/types.gen.ts';
import { Input } from '../../ui/Control.tsx';
import { Field, FieldRow } from '../../ui/Field.tsx';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { useInboxes } from '../inboxes/use-inboxes.ts';
import { ApiVersionFields } from './ApiVersionFields.tsx';
import styles from './Endpoints.module.css';
import { EventTypesField } from './EventTypesField.tsx';
import { useEventTypes } from './use-event-types.ts';

interface Props {
  /** The endpoint to edit; without one, the form creates one. */
  endpoint?: WebhookEndpoint;
  busy: boolean;
  error: PlatformError | null;
  onSave: (endpoint: NewWebhookEndpoint) => void;
  onCancel?: () => void;
}

/** Edits an endpoint's URL, event types and API versions. */
export function EndpointForm({ endpoint, busy, error, onSave, onCancel }: Props) {
  const listId = useId();
  const eventTypes = useEventTypes();
  const inboxes = useInboxes().read.data ?? [];
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [chosen, setChosen] = useState(endpoint?.event_types ?? ['*']);
  const [versions, setVersions] = useState(endpoint?.api_versions ?? {});

  function submit(event: FormEvent) {
    event.preventDefault();
    onSave({ url: url.trim(), description: description.trim() || null, event_types: chosen, api_versions: versions });
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <FieldRow>
        <Field
          className={styles.field}
          label={<Translate id="webhooks.form.url">Endereço</Translate>}
          hint={
            <Translate id="webhooks.form.url.hint">
              Um endereço acessível pela internet ou uma caixa de entrada deste portal.
            </Translate>
          }
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              required
              maxLength={2000}
              placeholder="https://loja.example/webhooks"
              list={listId}
              value={url}
              onChange={({ target }) => setUrl(target.value)}
            />
          )}
        </Field>
        <Field
          className={styles.field}
          label={<Translate id="webhooks.form.description">Descrição (opcional)</Translate>}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={200}
              value={description}
              onChange={({ target }) => setDescription(target.value)}
            />
          )}
        </Field>
        <datalist id={listId}>
          {inboxes.map((inbox) => (
            <option key={inbox.id} value={inbox.url}>
              {inbox.name ?? translate({ id: 'webhooks.inbox.unnamed', message: 'Caixa de entrada' })}
            </option>
          ))}
        </datalist>
      </FieldRow>
      <EventTypesField eventTypes={eventTypes} chosen={chosen} onChange={setChosen} />
      <ApiVersionFields eventTypes={eventTypes} chosen={chosen} versions={versions} onChange={setVersions} />
      {error && <PlatformProblem error={error} />}
      <FormButtons disabled={busy || chosen.length === 0} onCancel={onCancel}>
        {endpoint ? (
          <Translate id="webhooks.form.save">Salvar</Translate>
        ) : (
          <Translate id="webhooks.form.create">Criar endpoint</Translate>
        )}
      </FormButtons>
    </form>
  );
}
