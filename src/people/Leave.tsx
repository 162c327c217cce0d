import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import { AccountError, type Membership, type Person } from '../client/account-client.ts';
import type { Member } from '../generated/platform/types.gen.ts';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { Select } from '../ui/Control.tsx';
import { Field, FieldRow } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Part } from '../ui/Part.tsx';
import styles from './People.module.css';
import { useAccount } from './use-account.ts';

interface Props {
  person: Person;
  workspace: Membership;
  members: Member[];
}

/** Leaves the workspace; an administrator can make another member one in the same step, and the only one has to. */
export function Leave({ person, workspace, members }: Props) {
  const account = useAccount();
  const [problem, setProblem] = useState<string>();
  const others = members.filter(({ id }) => id !== person.id);
  const isAdministrator = workspace.role === 'administrator';
  const isNeeded = isAdministrator && !others.some(({ role }) => role === 'administrator');

  async function go(leave: () => Promise<unknown>) {
    try {
      await leave();
      await account.goOn('workspace');
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      setProblem(error.message);
    }
  }

  return (
    <Part title={<Translate id="people.leave">Sair do espaço</Translate>}>
      {others.length === 0 ? (
        <p>
          <Translate id="people.leave.alone">
            Você é a única pessoa deste espaço. Para passá-lo adiante, convide alguém primeiro.
          </Translate>
        </p>
      ) : (
        <>
          {isNeeded ? (
            <p>
              <Translate id="people.leave.needed">
                Só você administra este espaço. Para sair, transfira a administração a outro membro.
              </Translate>
            </p>
          ) : (
            <ConfirmButton
              label={<Translate id="people.workspaces.leave">Sair deste espaço…</Translate>}
              question={
                <Translate id="people.workspaces.leave.question" values={{ name: workspace.name }}>
                  {'Sair de {name}?'}
                </Translate>
              }
              consequence={<Consequence />}
              action={<Translate id="people.workspaces.leave.action">Sair do espaço</Translate>}
              onConfirm={() => go(() => account.call('leave-workspace', { workspace_id: workspace.id }))}
            />
          )}
          {isNeeded && (
            <Transfer
              others={others}
              onTransfer={(successor) =>
                go(() => account.call('transfer-workspace', { workspace_id: workspace.id, member_id: successor }))
              }
            />
          )}
        </>
      )}
      {problem && (
        <Notice kind="bad" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
    </Part>
  );
}

function Transfer({ others, onTransfer }: { others: Member[]; onTransfer: (id: string) => void }) {
  const [chosen, setChosen] = useState(others[0]?.id ?? '');
  const name = others.find(({ id }) => id === chosen)?.name ?? '';
  return (
    <FieldRow>
      <Field label={<Translate id="people.transfer.to">Transferir para</Translate>} className={styles.wide}>
        {(control) => (
          <Select {...control} value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {others.map((member) => (
              <option key={member.id} value={member.id}>
                {`${member.name} · ${member.email}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ConfirmButton
        label={<Translate id="people.transfer">Transferir e sair…</Translate>}
        question={
          <Translate id="people.transfer.question" values={{ name }}>
            {'Transferir o espaço a {name} e sair?'}
          </Translate>
        }
        consequence={<Consequence />}
        action={<Translate id="people.transfer.action">Transferir e sair</Translate>}
        onConfirm={() => onTransfer(chosen)}
      />
    </FieldRow>
  );
}

function Consequence() {
  return (
    <Translate id="people.workspaces.leave.consequence">
      Você perde o acesso a este espaço, e as chaves que criou nele são revogadas. Para voltar, é preciso um convite.
    </Translate>
  );
}
