import Translate, { translate } from '@docusaurus/Translate';
import { type FormEvent, type ReactNode, useState } from 'react';
import { AccountError, type FieldCodes } from '../client/account-client.ts';
import { PlatformError } from '../client/platform-error.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonRow } from '../ui/ButtonRow.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useFirstFault } from '../ui/use-first-fault.ts';
import { type FieldLine, FormField } from './FormField.tsx';
import { fieldText } from './field-text.ts';
import styles from './People.module.css';

interface Props {
  fields: FieldLine[];
  /** Label of the submit button. */
  action: ReactNode;
  /** `quiet` if the page has several forms. */
  variant?: 'primary' | 'quiet';
  /** Submits the values; a rejection is shown as an error. */
  onSubmit: (values: Record<string, string>) => Promise<void>;
  /** Shown after success. */
  done?: ReactNode;
  children?: ReactNode;
}

/** A form for the person's own account: errors appear beside their fields, and the first one receives the focus. */
export function AccountForm({ fields, action, variant = 'primary', onSubmit, done, children }: Props) {
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle');
  const [error, setError] = useState<unknown>();
  const form = useFirstFault(error);
  const wrong: FieldCodes = error instanceof AccountError ? error.fields : {};

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (state === 'busy') return;
    const element = event.currentTarget;
    const values = Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)]));
    setState('busy');
    setError(undefined);
    try {
      await onSubmit(values);
      setState('done');
      if (done) element.reset();
    } catch (reason) {
      setError(reason);
      setState('idle');
    }
  }

  const hasFieldErrors = fields.some(({ name }) => wrong[name]);
  return (
    // The server validates, in the page's language: the browser's messages may be in another one.
    <form ref={form} className={styles.form} noValidate onSubmit={submit} aria-busy={state === 'busy'}>
      {error !== undefined && !hasFieldErrors && <Problem error={error} />}
      {fields.map((field) => (
        <FormField
          key={field.name}
          {...field}
          error={wrong[field.name] && fieldText(field.name, wrong[field.name] as string)}
        />
      ))}
      <ButtonRow>
        <Button type="submit" variant={variant} disabled={state === 'busy'}>
          {action}
        </Button>
        {children}
      </ButtonRow>
      <div role="status" className={styles.said}>
        {state === 'done' && done}
      </div>
    </form>
  );
}

function Problem({ error }: { error: unknown }) {
  const isUnreachable = error instanceof PlatformError && error.kind === 'unreachable';
  const message = error instanceof PlatformError ? error.message : undefined;
  return (
    <Notice kind="bad">
      <p role="alert" tabIndex={-1}>
        {isUnreachable ? (
          <Translate id="people.unreachable">
            O servidor do portal não respondeu. Confira a sua conexão e tente de novo.
          </Translate>
        ) : (
          (message ?? translate({ id: 'people.failed', message: 'Algo deu errado. Tente de novo.' }))
        )}
      </p>
    </Notice>
  );
}
