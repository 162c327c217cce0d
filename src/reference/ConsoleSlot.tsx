import Translate, { translate } from '@docusaurus/Translate';
import { Button } from '@site/src/ui/Button.tsx';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { OperationData } from '../documents/operation-data.ts';
import styles from './ConsoleSlot.module.css';

const load = () => import('@site/src/console/Console.tsx');
const Console = lazy(async () => ({ default: (await load()).Console }));

/** Opens the console, by its button or by `#try` in the address. Its code is loaded only then. */
export function ConsoleSlot({ operation }: { operation: OperationData }) {
  const [open, setOpen] = useState(false);
  const slot = useRef<HTMLElement>(null);

  useEffect(() => {
    const follow = () => location.hash.startsWith('#try') && setOpen(true);
    const press = ({ key, ctrlKey, metaKey, target }: KeyboardEvent) =>
      key === 'Enter' && (ctrlKey || metaKey) && !(target as Element).closest?.('form, dialog') && setOpen(true);
    follow();
    window.addEventListener('hashchange', follow);
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('hashchange', follow);
      window.removeEventListener('keydown', press);
    };
  }, []);

  useEffect(() => {
    if (open) slot.current?.focus({ preventScroll: true });
  }, [open]);

  function show(shown: boolean) {
    setOpen(shown);
    history.replaceState(history.state, '', shown ? '#try' : location.pathname + location.search);
  }

  if (!open) {
    return (
      <div id="try" className={styles.closed}>
        <Button
          variant="primary"
          className={styles.button}
          onClick={() => show(true)}
          onPointerEnter={load}
          onFocus={load}
        >
          <svg viewBox="0 0 12 12" width="11" height="11" fill="currentColor" aria-hidden="true">
            <path d="M2 1v10l9-5z" />
          </svg>
          <Translate id="reference.try">Experimentar</Translate>
        </Button>
      </div>
    );
  }
  return (
    <section
      id="try"
      ref={slot}
      tabIndex={-1}
      className={styles.open}
      data-operation={operation.slug}
      aria-label={translate({ id: 'reference.console', message: 'Console' })}
    >
      <div className={styles.bar}>
        <h2>
          <Translate id="reference.try">Experimentar</Translate>
        </h2>
        <Button variant="plain" size="small" onClick={() => show(false)}>
          <Translate id="reference.closeConsole">Fechar</Translate>
        </Button>
      </div>
      <Suspense fallback={<Waiting />}>
        <Console operation={operation} />
      </Suspense>
    </section>
  );
}

function Waiting() {
  return (
    <p className={styles.waiting} role="status">
      <Translate id="reference.loadingConsole">Abrindo o console…</Translate>
    </p>
  );
}
