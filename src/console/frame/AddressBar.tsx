import Translate, { translate } from '@docusaurus/Translate';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { MethodBadge } from '../../ui/MethodBadge.tsx';
import { StrokeIcon } from '../../ui/StrokeIcon.tsx';
import styles from './AddressBar.module.css';
import type { ConsoleLayout } from './console-layout.ts';

interface Props {
  method: string;
  /** The server's part, and the rest. */
  address: [string, string];
  /** The id of the form that Send submits. */
  form: string;
  /** The address of this call, for others. */
  link: () => string;
  isSending: boolean;
  /** Whether a call runs, a stream included. */
  isBusy: boolean;
  layout: ConsoleLayout;
  onCancel: () => void;
  onLayout: (layout: ConsoleLayout) => void;
}

/** What is called, with Send: in sight wherever one is in the console. */
export function AddressBar({ method, address, form, link, isSending, isBusy, layout, onCancel, onLayout }: Props) {
  const [base, path] = address;
  const isDocked = layout === 'docked';
  const command = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
  const size = isDocked
    ? translate({ id: 'console.wide', message: 'Ampliar o console' })
    : translate({ id: 'console.dock', message: 'Encaixar ao lado da página' });
  return (
    <div className={styles.bar}>
      <span className={styles.address} title={base + path} translate="no">
        <MethodBadge method={method} />
        <code>
          <span className={styles.base}>{base}</span>
          {path}
        </code>
      </span>
      <CopyButton text={link} label={translate({ id: 'console.copyLink', message: 'Copiar o link desta chamada' })} />
      {isSending && (
        <Button variant="plain" size="small" onClick={onCancel}>
          <Translate id="console.cancel">Cancelar</Translate>
        </Button>
      )}
      <Button
        type="submit"
        form={form}
        variant="primary"
        size="small"
        className={styles.send}
        disabled={isBusy}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        title={`${command} + Enter`}
      >
        {isSending ? (
          <Translate id="console.sending">Enviando…</Translate>
        ) : (
          <Translate id="console.send">Enviar</Translate>
        )}
        <small aria-hidden="true">{command} ↵</small>
      </Button>
      {!isDocked && (
        <Button
          variant="plain"
          size="small"
          className={styles.only}
          aria-pressed={layout === 'answer'}
          onClick={() => onLayout(layout === 'answer' ? 'wide' : 'answer')}
        >
          <Translate id="console.answerOnly">Só a resposta</Translate>
        </Button>
      )}
      <Button
        variant="plain"
        size="small"
        className={styles.icon}
        aria-label={size}
        aria-keyshortcuts="Alt+Enter"
        title={`${size} (Alt + Enter)`}
        onClick={() => onLayout(isDocked ? 'wide' : 'docked')}
      >
        <StrokeIcon box={16} size={16} thickness={1.5}>
          {isDocked ? (
            <path d="M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9" />
          ) : (
            <path d="M13.5 6.5h-4v-4M9.5 6.5 14 2M2.5 9.5h4v4M6.5 9.5 2 14" />
          )}
        </StrokeIcon>
      </Button>
    </div>
  );
}
