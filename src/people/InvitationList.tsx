import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import type { Invitation } from '../generated/platform/types.gen.ts';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import styles from './People.module.css';
import { roleText } from './role-text.ts';
import type { MemberChange } from './use-members.ts';

interface Props {
  invitations: Invitation[];
  mayManage: boolean;
  busy: boolean;
  onChange: (change: MemberChange) => void;
}

/** Who was invited, and what came of it. */
export function InvitationList({ invitations, mayManage, busy, onChange }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  if (invitations.length === 0) {
    return (
      <p className={styles.hint}>
        <Translate id="people.invitations.none">Ninguém foi convidado ainda.</Translate>
      </p>
    );
  }
  const day = (time: string) => new Date(time).toLocaleDateString(currentLocale, { dateStyle: 'medium' });
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Translate id="people.email">E-mail</Translate>
            </th>
            <th scope="col">
              <Translate id="people.role">Papel</Translate>
            </th>
            <th scope="col">
              <Translate id="people.invitations.status">Situação</Translate>
            </th>
            {mayManage && (
              <th scope="col">
                <Translate id="people.actions">Ações</Translate>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ id, email, role, status, expires_at }) => (
            <tr key={id}>
              <td>{email}</td>
              <td>{roleText(role)}</td>
              <td>{statusText(status, day(expires_at))}</td>
              {mayManage && (
                <td>
                  {status === 'pending' && (
                    <ConfirmButton
                      size="small"
                      disabled={busy}
                      label={<Translate id="people.revoke">Revogar…</Translate>}
                      question={
                        <Translate id="people.revoke.question" values={{ email }}>
                          {'Revogar o convite a {email}?'}
                        </Translate>
                      }
                      consequence={<Translate id="people.revoke.consequence">O link enviado deixa de valer.</Translate>}
                      action={<Translate id="people.revoke.action">Revogar</Translate>}
                      onConfirm={() => onChange({ kind: 'revoke', id })}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function statusText(status: Invitation['status'], day: string): string {
  if (status === 'pending') return translate({ id: 'people.status.pending', message: 'Em aberto até {day}' }, { day });
  if (status === 'accepted') return translate({ id: 'people.status.accepted', message: 'Aceito' });
  if (status === 'revoked') return translate({ id: 'people.status.revoked', message: 'Revogado' });
  return translate({ id: 'people.status.expired', message: 'Vencido' });
}
