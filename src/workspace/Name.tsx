import Translate, { translate } from '@docusaurus/Translate';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Input } from '../ui/Control.tsx';
import styles from './Workspace.module.css';

interface Props {
  /** Null for a guest workspace that has not been named. */
  name: string | null;
  mayWrite: boolean;
  busy: boolean;
  onRename: (name: string) => void;
}

/** Shows and changes the workspace's name. */
export function Name({ name, mayWrite, busy, onRename }: Props) {
  const [isOpen, setOpen] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const change = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);

  useEffect(() => {
    if (isOpen) field.current?.select();
    else if (wasOpen.current) change.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setOpen(false);
    if (text !== '' && text !== name) onRename(text);
  }

  if (!isOpen) {
    return (
      <>
        {name ?? <Translate id="workspace.unnamed">sem nome</Translate>}{' '}
        {mayWrite && (
          <Button ref={change} size="small" variant="plain" disabled={busy} onClick={() => setOpen(true)}>
            <Translate id="workspace.rename">Renomear</Translate>
          </Button>
        )}
      </>
    );
  }
  return (
    <form className={styles.rename} onSubmit={rename} onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}>
      <Input
        className={styles.name}
        ref={field}
        name="name"
        defaultValue={name ?? ''}
        maxLength={100}
        autoComplete="organization"
        aria-label={translate({ id: 'workspace.rename.label', message: 'Novo nome do espaço' })}
      />
      <Button type="submit" size="small">
        <Translate id="workspace.rename.save">Salvar</Translate>
      </Button>
      <Button size="small" variant="plain" onClick={() => setOpen(false)}>
        <Translate id="ui.cancel">Cancelar</Translate>
      </Button>
    </form>
  );
}
