import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import styles from './SecretOnce.module.css';

interface Props {
  heading: ReactNode;
  secret: string;
  onDone: () => void;
  /** How to use the secret. */
  children: ReactNode;
  /** Instead of "save it now", where it is to be handed on. */
  note?: ReactNode;
  copyLabel?: string;
  doneLabel?: ReactNode;
}

/** Shows a newly created secret once, until the person confirms that it is stored. */
export function SecretOnce({ heading, secret, onDone, children, note, copyLabel, doneLabel }: Props) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);

  // The focus moves here from the button that is gone, so a screen reader reads the secret next.
  useEffect(() => title.current?.focus(), []);

  return (
    <section className={styles.made} aria-labelledby={id}>
      <h2 ref={title} id={id} tabIndex={-1}>
        {heading}
      </h2>
      <p>{note ?? <Translate id="ui.secret">Salve o segredo agora: ele não será mostrado de novo.</Translate>}</p>
      <p className={styles.secret}>
        <code translate="no">{secret}</code>
        <CopyButton
          text={secret}
          label={copyLabel ?? translate({ id: 'ui.secret.copy', message: 'Copiar o segredo' })}
        />
      </p>
      <div className={styles.use}>{children}</div>
      <Button onClick={onDone}>{doneLabel ?? <Translate id="ui.secret.done">Já salvei</Translate>}</Button>
    </section>
  );
}
