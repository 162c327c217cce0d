import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './SecretOnce.module.css';

interface Props {
  heading: ReactNode;
  secret: string;
  onDone: () => void;
  /** How the secret is used. */
  children: ReactNode;
}

/** A secret that has just been made. It is shown here until the person has put it away, and never again. */
export function SecretOnce({ heading, secret, onDone, children }: Props) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);

  // It takes the place of what was clicked, so that the next thing read is the secret.
  useEffect(() => title.current?.focus(), []);

  return (
    <section className={styles.made} aria-labelledby={id}>
      <h2 ref={title} id={id} tabIndex={-1}>
        {heading}
      </h2>
      <p>
        <Translate id="ui.secret">Guarde o segredo agora: o portal não o mostra de novo.</Translate>
      </p>
      <p className={styles.secret}>
        <code translate="no">{secret}</code>
        <CopyButton text={secret} label={translate({ id: 'ui.secret.copy', message: 'Copiar o segredo' })} />
      </p>
      <div className={styles.use}>{children}</div>
      <Button onClick={onDone}>
        <Translate id="ui.secret.done">Já guardei</Translate>
      </Button>
    </section>
  );
}
