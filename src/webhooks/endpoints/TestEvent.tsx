import Translate, { translate } from '@docusaurus/Translate';
import { type FormEvent, useState } from 'react';
import { useApiTitle } from '../../documents/use-api-title.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Control.tsx';
import { groupByApi } from './chosen-types.ts';
import styles from './Endpoints.module.css';
import { useEventTypes } from './use-event-types.ts';

const ofThePortal = 'platform:webhook_test';

interface Props {
  disabled: boolean;
  onSend: (type: string) => void;
}

/** Sends a test event of a type that the reader chooses: one of the portal's, or of any API with its example data. */
export function TestEvent({ disabled, onSend }: Props) {
  const [type, setType] = useState(ofThePortal);
  const groups = groupByApi(useEventTypes());
  const titleOf = useApiTitle();

  function send(event: FormEvent) {
    event.preventDefault();
    onSend(type);
  }

  return (
    <form className={styles.test} onSubmit={send}>
      <Select
        aria-label={translate({ id: 'webhooks.endpoint.test.type', message: 'Tipo do evento de teste' })}
        value={type}
        onChange={({ target }) => setType(target.value)}
      >
        {groups.length === 0 && <option value={ofThePortal}>webhook_test</option>}
        {groups.map(([api, types]) => (
          <optgroup key={api} label={titleOf(api)}>
            {types.map(({ name, type: short }) => (
              <option key={name} value={name}>
                {short}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <Button type="submit" size="small" disabled={disabled}>
        <Translate id="webhooks.endpoint.test">Enviar evento de teste</Translate>
      </Button>
    </form>
  );
}
