import Translate from '@docusaurus/Translate';
import { storeSignedIn } from '../client/signed-in.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { Notice } from '../ui/Notice.tsx';
import { Part } from '../ui/Part.tsx';
import { AccountForm } from './AccountForm.tsx';
import { nameField } from './fields.ts';
import styles from './People.module.css';
import type { Here } from './SignedInOnly.tsx';
import { useAccount } from './use-account.ts';

/** A person's name and address, and whether the address is confirmed. */
export function Profile({ person, workspace, reload }: Here) {
  const account = useAccount();
  return (
    <Part title={<Translate id="people.profile">Perfil</Translate>}>
      <p>
        <Translate id="people.profile.email" values={{ email: <strong>{person.email}</strong> }}>
          {'Você entra com {email}.'}
        </Translate>{' '}
        {person.email_confirmed && <Translate id="people.profile.confirmed">O e-mail está confirmado.</Translate>}
      </p>
      {!person.email_confirmed && <Unconfirmed />}
      <AccountForm
        key={person.name}
        fields={[nameField(person.name)]}
        variant="quiet"
        action={<Translate id="people.save">Salvar</Translate>}
        onSubmit={async ({ name = '' }) => {
          const changed = await account.call('change-name', { name });
          storeSignedIn(browserStorage(), { ...changed.person, workspaceId: workspace.id });
          reload();
        }}
      />
    </Part>
  );
}

function Unconfirmed() {
  const account = useAccount();
  return (
    <Notice kind="warn" className={styles.unconfirmed}>
      <p>
        <Translate id="people.profile.unconfirmed">
          Falta confirmar este e-mail. Abra o link que enviamos; até lá, a conta funciona normalmente.
        </Translate>
      </p>
      <AccountForm
        fields={[]}
        variant="quiet"
        action={<Translate id="people.profile.sendAgain">Enviar de novo</Translate>}
        onSubmit={async () => {
          await account.call('send-confirmation', {});
        }}
        done={<Translate id="people.profile.sentAgain">Enviamos outra mensagem. O link expira em sete dias.</Translate>}
      />
    </Notice>
  );
}
