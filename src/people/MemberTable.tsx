import Translate, { translate } from '@docusaurus/Translate';
import type { Member } from '../generated/platform/types.gen.ts';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { Table } from '../ui/Table.tsx';
import styles from './People.module.css';
import { RoleSelect } from './RoleSelect.tsx';
import { roleText } from './role-text.ts';
import type { MemberChange } from './use-members.ts';

interface Props {
  members: Member[];
  /** The person's own id. */
  self: string;
  mayManage: boolean;
  busy: boolean;
  onChange: (change: MemberChange) => void;
}

/** The members of the workspace; administrators can change roles and remove members. */
export function MemberTable({ members, self, mayManage, busy, onChange }: Props) {
  const columns = [
    translate({ id: 'people.member', message: 'Membro' }),
    translate({ id: 'people.role', message: 'Papel' }),
    mayManage && translate({ id: 'people.actions', message: 'Ações' }),
  ];
  return (
    <Table className={styles.stacked} columns={columns} rows={members}>
      {({ id, name, email, role }) => (
        <tr key={id}>
          <td>
            {name}
            {id === self && (
              <>
                {' '}
                <Translate id="people.you">(você)</Translate>
              </>
            )}
            <small>{email}</small>
          </td>
          <td>
            {mayManage ? (
              <RoleSelect
                label={translate({ id: 'people.role.of', message: 'Papel de {name}' }, { name })}
                value={role}
                disabled={busy}
                onChange={(chosen) => onChange({ kind: 'role', id, role: chosen })}
              />
            ) : (
              roleText(role)
            )}
          </td>
          {mayManage && (
            <td>
              {id !== self && (
                <ConfirmButton
                  size="small"
                  disabled={busy}
                  label={<Translate id="people.remove">Remover…</Translate>}
                  question={
                    <Translate id="people.remove.question" values={{ name }}>
                      {'Remover {name}?'}
                    </Translate>
                  }
                  consequence={
                    <Translate id="people.remove.consequence">
                      A pessoa perde o acesso na hora, e as chaves e os clientes OAuth que criou aqui são revogados.
                    </Translate>
                  }
                  action={<Translate id="people.remove.action">Remover</Translate>}
                  onConfirm={() => onChange({ kind: 'remove', id })}
                />
              )}
            </td>
          )}
        </tr>
      )}
    </Table>
  );
}
