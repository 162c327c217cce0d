import Translate from '@docusaurus/Translate';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Membership } from '../client/account-client.ts';
import { Button } from '../ui/Button.tsx';
import { Input } from '../ui/Control.tsx';
import { Field, FieldRow } from '../ui/Field.tsx';
import styles from './People.module.css';
import { RoleSelect } from './RoleSelect.tsx';
import type { MemberChange } from './use-members.ts';

interface Props {
  busy: boolean;
  /** The recipient of the last invitation. */
  sent: string | undefined;
  onInvite: (change: MemberChange) => void;
}

/** Invites a person, who gets an e-mail; its link is shown, too. */
export function Invite({ busy, sent, onInvite }: Props) {
  const [role, setRole] = useState<Membership['role']>('developer');
  const email = useRef<HTMLInputElement>(null);

  // After a rejection, the input stays for correction.
  useEffect(() => {
    if (sent && email.current) email.current.value = '';
  }, [sent]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onInvite({ kind: 'invite', invitation: { email: email.current?.value.trim() ?? '', role } });
  }

  return (
    <form className={styles.invite} onSubmit={submit}>
      <FieldRow>
        <Field label={<Translate id="people.email">E-mail</Translate>} className={styles.wide}>
          {(control) => <Input {...control} ref={email} name="email" type="email" required autoComplete="off" />}
        </Field>
        <Field label={<Translate id="people.role">Papel</Translate>}>
          {({ id }) => <RoleSelect id={id} value={role} onChange={setRole} />}
        </Field>
        <Button type="submit" variant="primary" disabled={busy}>
          <Translate id="people.invite">Convidar</Translate>
        </Button>
      </FieldRow>
    </form>
  );
}
