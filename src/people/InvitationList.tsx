import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { timeFormat } from '../format/formatters.ts';
import type { Invitation } from '../generated/platform/types.gen.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { Table } from '../ui/Table.tsx';
import styles from './People.module.css';
import { roleText } from './role-text.ts';
import type { MemberChange } from './use-members.ts';

interface Props {
  invitations: Invitation[];
  mayManage: boolean;
  busy: boolean;
  onChange: (change: MemberChange) => void;
}

/** The invitations and their status. */
export function InvitationList({ invitations, mayManage, busy, onChange }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const day = (time: string) => timeFormat(currentLocale, { dateStyle: 'medium' }).format(new Date(time));
  const columns = [
    translate({ id: 'people.email', message: 'E-mail' }),
    translate({ id: 'people.role', message: 'Papel' }),
    translate({ id: 'people.invitations.status', message: 'Situação' }),
    mayManage && translate({ id: 'people.actions', message: 'Ações' }),
  ];
  return (
    <Table
      className={styles.stacked}
      columns={columns}
      rows={invitations}
      empty={<Translate id="people.invitations.none">Ninguém foi convidado ainda.</Translate>}
    >
      {({ id, email, role, status, expires_at }) => (
        <tr key={id}>
          <td>{email}</td>
          <td>{roleText(role)}</td>
          <td>{statusText(status, day(expires_at))}</td>
          {mayManage && (
            <td className={styles.actions}>
              {(status === 'pending' || status === 'expired') && (
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={translate({ id: 'people.resend.to', message: 'Reenviar o convite a {email}' }, { email })}
                  onClick={() => onChange({ kind: 'resend', id })}
                >
                  <Translate id="people.resend">Reenviar</Translate>
                </Button>
              )}
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
                  consequence={<Translate id="people.revoke.consequence">O link enviado deixa de funcionar.</Translate>}
                  action={<Translate id="people.revoke.action">Revogar</Translate>}
                  onConfirm={() => onChange({ kind: 'revoke', id })}
                />
              )}
            </td>
          )}
        </tr>
      )}
    </Table>
  );
}

function statusText(status: Invitation['status'], day: string): string {
  if (status === 'pending') return translate({ id: 'people.status.pending', message: 'Pendente até {day}' }, { day });
  if (status === 'accepted') return translate({ id: 'people.status.accepted', message: 'Aceito' });
  if (status === 'revoked') return translate({ id: 'people.status.revoked', message: 'Revogado' });
  return translate({ id: 'people.status.expired', message: 'Expirado' });
}
