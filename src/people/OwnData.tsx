import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { fetchOwnData } from '../client/account-client.ts';
import { Button } from '../ui/Button.tsx';
import { DialogButton } from '../ui/DialogButton.tsx';
import { Part } from '../ui/Part.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import { AccountForm } from './AccountForm.tsx';
import { passwordField } from './fields.ts';
import styles from './People.module.css';
import { useAccount } from './use-account.ts';

/** What is held about the person: it can be downloaded, and deleted with the account. */
export function OwnData() {
  const serverUrl = useServerUrl();
  return (
    <Part title={<Translate id="people.data">Seus dados</Translate>}>
      <p>
        <Translate id="people.data.text">
          O arquivo tem tudo o que o portal guarda sobre você: conta, sessões, espaços, convites, chaves que criou e
          ações registradas. Senhas e segredos ficam de fora.
        </Translate>
      </p>
      <AccountForm
        fields={[]}
        variant="quiet"
        action={<Translate id="people.data.download">Baixar os meus dados</Translate>}
        onSubmit={async () => {
          const data = await fetchOwnData(serverUrl);
          saveFile('cais-my-data.json', `${JSON.stringify(data, undefined, 2)}\n`, 'application/json');
        }}
        done={<Translate id="people.data.downloaded">O arquivo foi baixado.</Translate>}
      />
      <div className={styles.below}>
        <DialogButton
          label={<Translate id="people.delete">Excluir a conta…</Translate>}
          heading={<Translate id="people.delete.question">Excluir a sua conta?</Translate>}
        >
          {(close) => <DeleteForm onCancel={close} />}
        </DialogButton>
      </div>
    </Part>
  );
}

function DeleteForm({ onCancel }: { onCancel: () => void }) {
  const account = useAccount();
  return (
    <>
      <p>
        <Translate id="people.delete.consequence">
          Os espaços que são só seus são apagados com tudo o que têm. Nos outros, você deixa de ser membro. As chaves e
          os clientes OAuth que você criou deixam de funcionar. Não há como desfazer.
        </Translate>
      </p>
      <p>
        <Translate
          id="people.delete.before"
          values={{
            members: (
              <Link to="/members">
                <Translate id="people.delete.members">transfira a administração</Translate>
              </Link>
            ),
            workspace: (
              <Link to="/workspace">
                <Translate id="people.delete.workspace">exporte o espaço</Translate>
              </Link>
            ),
          }}
        >
          {
            'Antes, se quiser guardar os dados, {workspace}; se só você administra um espaço com outros membros, {members}.'
          }
        </Translate>
      </p>
      <AccountForm
        fields={[
          {
            ...passwordField('current-password'),
            name: 'current_password',
            label: translate({ id: 'people.password.current', message: 'Senha atual' }),
          },
        ]}
        action={<Translate id="people.delete.action">Excluir a conta e os dados</Translate>}
        onSubmit={async ({ current_password = '' }) => {
          await account.call('delete-account', { current_password });
          await account.goOn('');
        }}
      >
        <Button variant="plain" onClick={onCancel}>
          <Translate id="ui.cancel">Cancelar</Translate>
        </Button>
      </AccountForm>
    </>
  );
}
