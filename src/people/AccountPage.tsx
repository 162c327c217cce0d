import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { useState } from 'react';
import { clearAnswers } from '../console/answer-store.ts';
import { clearCalls } from '../console/call-history.ts';
import { Button } from '../ui/Button.tsx';
import { browserStorage } from '../ui/browser-storage.ts';
import { Select } from '../ui/Control.tsx';
import { Field, FieldRow } from '../ui/Field.tsx';
import { Part } from '../ui/Part.tsx';
import { AccountForm } from './AccountForm.tsx';
import { passwordField } from './fields.ts';
import { OwnData } from './OwnData.tsx';
import styles from './People.module.css';
import { Profile } from './Profile.tsx';
import { roleText } from './role-text.ts';
import { Sessions } from './Sessions.tsx';
import { type Here, SignedInOnly } from './SignedInOnly.tsx';
import { useAccount } from './use-account.ts';

/** The person's own account: name, workspaces, password, sessions, sign-out. */
export function AccountPage({ onSignOut }: { onSignOut: () => void }) {
  return (
    <SignedInOnly
      guest={
        <Translate id="people.account.guest">
          Você está como visitante: o seu espaço expira em 24 horas. Com uma conta, você o mantém.
        </Translate>
      }
    >
      {(here) => (
        <>
          <Profile {...here} />
          <Workspaces {...here} />
          <Password />
          <Sessions />
          <SignOut onSignOut={onSignOut} />
          <OwnData />
        </>
      )}
    </SignedInOnly>
  );
}

function Workspaces({ workspace, workspaces, isProvider }: Here) {
  return (
    <Part title={<Translate id="people.workspaces">Espaços de trabalho</Translate>}>
      <p>
        <Translate
          id="people.workspaces.here"
          values={{
            name: <strong>{workspace.name}</strong>,
            role: roleText(workspace.role),
            members: (
              <Link to="/members">
                <Translate id="people.workspaces.members">membros e convites</Translate>
              </Link>
            ),
          }}
        >
          {'Você está em {name}. Seu papel: {role}. Veja os {members}.'}
        </Translate>
      </p>
      {isProvider && (
        <p>
          <Translate
            id="people.workspaces.provider"
            values={{
              suggestions: (
                <Link to="/suggestions">
                  <Translate id="people.workspaces.suggestions">sugestões dos leitores</Translate>
                </Link>
              ),
            }}
          >
            {'É o espaço do provedor deste portal: você pode ler as {suggestions}.'}
          </Translate>
        </p>
      )}
      {workspaces.length > 1 && <Choice workspace={workspace} workspaces={workspaces} />}
    </Part>
  );
}

function Choice({ workspace, workspaces }: Pick<Here, 'workspace' | 'workspaces'>) {
  const account = useAccount();
  const [chosen, setChosen] = useState(workspace.id);
  return (
    <FieldRow>
      <Field label={<Translate id="people.workspaces.in">Espaço de trabalho</Translate>} className={styles.wide}>
        {(control) => (
          <Select {...control} value={chosen} onChange={({ target }) => setChosen(target.value)}>
            {workspaces.map((one) => (
              <option key={one.id} value={one.id}>
                {`${one.name} · ${roleText(one.role)}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button
        disabled={chosen === workspace.id}
        onClick={async () => {
          await account.call('choose-workspace', { workspace_id: chosen });
          await account.goOn('account');
        }}
      >
        <Translate id="people.workspaces.change">Mudar de espaço</Translate>
      </Button>
    </FieldRow>
  );
}

function Password() {
  const account = useAccount();
  const current = {
    ...passwordField('current-password'),
    name: 'current_password',
    label: translate({ id: 'people.password.current', message: 'Senha atual' }),
  };
  const next = {
    ...passwordField('new-password'),
    label: translate({ id: 'people.password.new', message: 'Nova senha' }),
  };
  return (
    <Part title={<Translate id="people.password">Senha</Translate>}>
      <AccountForm
        fields={[current, next]}
        variant="quiet"
        action={<Translate id="people.reset.choose">Trocar a senha</Translate>}
        onSubmit={async ({ current_password = '', password = '' }) => {
          await account.call('change-password', { current_password, password });
        }}
        done={
          <Translate id="people.password.changed">
            A senha foi trocada. Nos outros navegadores, será preciso entrar de novo.
          </Translate>
        }
      />
    </Part>
  );
}

function SignOut({ onSignOut }: { onSignOut: () => void }) {
  const account = useAccount();
  return (
    <Part>
      <AccountForm
        fields={[]}
        variant="quiet"
        action={<Translate id="people.signOut">Sair da conta</Translate>}
        onSubmit={async () => {
          await account.call('sign-out', {});
          clearCalls(browserStorage());
          clearAnswers(browserStorage());
          onSignOut();
          await account.goOn('');
        }}
      />
    </Part>
  );
}
