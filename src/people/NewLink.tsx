import Translate, { translate } from '@docusaurus/Translate';
import type { InvitationAndLink } from '../generated/platform/types.gen.ts';
import { SecretOnce } from '../ui/SecretOnce.tsx';
import styles from './People.module.css';

/** The link of an invitation that was just created or resent: it is shown only now. */
export function NewLink({ invitation, onDone }: { invitation: InvitationAndLink; onDone: () => void }) {
  const { id, email, emailed, url } = invitation;
  return (
    <div className={styles.link}>
      <SecretOnce
        key={id + url}
        heading={
          <Translate id="people.link" values={{ email }}>
            {'Link do convite a {email}'}
          </Translate>
        }
        note={
          emailed ? (
            <Translate id="people.link.emailed" values={{ email }}>
              {'O convite foi enviado a {email}. Se preferir, entregue este link você mesmo.'}
            </Translate>
          ) : (
            <Translate id="people.link.only">
              Este portal não tem servidor de e-mail. Entregue este link você mesmo à pessoa convidada.
            </Translate>
          )
        }
        secret={url}
        copyLabel={translate({ id: 'people.link.copy', message: 'Copiar o link' })}
        doneLabel={<Translate id="people.link.done">Pronto</Translate>}
        onDone={onDone}
      >
        <p>
          <Translate id="people.link.text">
            O link não será mostrado de novo. Ele vale por sete dias e funciona uma vez, para uma conta com esse e-mail.
          </Translate>
        </p>
      </SecretOnce>
    </div>
  );
}
