import Translate from '@docusaurus/Translate';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { Membership } from '../client/account-client.ts';
import { Button } from '../ui/Button.tsx';
import styles from './People.module.css';
import { RoleSelect } from './RoleSelect.tsx';
import type { MemberChange } from './use-members.ts';

interface Props {
  busy: boolean;
  /** To whom the last invitation went. */
  sent: string | undefined;
  onInvite: (change: MemberChange) => void;
}

/** Invites somebody by e-mail. */
export function Invite({ busy, sent, onInvite }: Props) {
  const id = useId();
  const [role, setRole] = useState<Membership['role']>('developer');
  const email = useRef<HTMLInputElement>(null);

  // What was refused stays to be corrected.
  useEffect(() => {
    if (sent && email.current) email.current.value = '';
  }, [sent]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    onInvite({ kind: 'invite', invitation: { email: email.current?.value.trim() ?? '', role } });
  }

  return (
    <>
      <form className={styles.inline} onSubmit={submit}>
        <div>
          <label htmlFor={`${id}-email`}>
            <Translate id="people.email">E-mail</Translate>
          </label>
          <input ref={email} id={`${id}-email`} name="email" type="email" required autoComplete="off" />
        </div>
        <div className={styles.role}>
          <label htmlFor={`${id}-role`}>
            <Translate id="people.role">Papel</Translate>
          </label>
          <RoleSelect id={`${id}-role`} value={role} onChange={setRole} />
        </div>
        <Button type="submit" variant="primary" disabled={busy}>
          <Translate id="people.invite">Convidar</Translate>
        </Button>
      </form>
      <p className={styles.said} role="status">
        {sent && (
          <Translate id="people.invite.sent" values={{ email: sent }}>
            {'O convite foi enviado a {email}.'}
          </Translate>
        )}
      </p>
    </>
  );
}
