import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Endpoints.module.css';

/** A secret that has just been made. It is shown here and never again. */
export function SecretOnce({ secret }: { secret: string }) {
  return (
    <Notice kind="good" role="status">
      <p>
        <Translate id="webhooks.secret">
          Este é o segredo que confere as assinaturas. Guarde-o agora: o portal não o mostra de novo.
        </Translate>{' '}
        <Link to="/guides/webhook-signatures">
          <Translate id="webhooks.secret.guide">Como conferir uma assinatura</Translate>
        </Link>
      </p>
      <span className={styles.secret}>
        <code translate="no">{secret}</code>
        <CopyButton text={secret} label={translate({ id: 'webhooks.secret.copy', message: 'Copiar o segredo' })} />
      </span>
    </Notice>
  );
}
