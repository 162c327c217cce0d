import Translate, { translate } from '@docusaurus/Translate';
import { type ComponentType, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { StrokeIcon } from '../ui/StrokeIcon.tsx';
import { opensSearch } from './opens-search.ts';
import styles from './SearchButton.module.css';

/** The address at which the search was open when its page was replaced. */
let leftOpenAt: string | undefined;

/** Opens the search as a dialog on any page. Its code is loaded on first use. */
export function SearchButton() {
  const dialog = useRef<HTMLDialogElement>(null);
  const openedAt = useRef<string>(undefined);
  // A new number, used as key, gives each opening fresh content; undefined means closed.
  const [opening, setOpening] = useState<number>();
  const isOpen = opening !== undefined;
  const openings = useRef(0);
  const [hasFailed, setFailed] = useState(false);
  const [Content, setContent] = useState<ComponentType<{ onClose: () => void }>>();

  const load = useCallback(async () => {
    setFailed(false);
    try {
      const { SearchContent } = await import('./SearchContent.tsx');
      setContent(() => SearchContent);
    } catch {
      setFailed(true);
    }
  }, []);
  const open = useCallback(() => {
    if (!dialog.current || dialog.current.open) return;
    openings.current++;
    openedAt.current = location.href;
    setOpening(openings.current);
    dialog.current.showModal();
    void load();
  }, [load]);

  // The address changes before the page does: what is opened in between belongs to the new page, and stays open there.
  useLayoutEffect(() => {
    if (leftOpenAt === location.href) open();
    leftOpenAt = undefined;
    return () => {
      leftOpenAt = openedAt.current;
    };
  }, [open]);

  // With the page, not after it is painted: a key pressed in between would reach the page that has gone.
  useLayoutEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!opensSearch(event)) return;
      event.preventDefault();
      open();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [open]);

  const label = translate({ id: 'search.open', message: 'Buscar' });
  const close = () => dialog.current?.close();
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-label={label}
        aria-haspopup="dialog"
        aria-keyshortcuts="/ Control+K Meta+K"
        onClick={open}
      >
        <StrokeIcon box={20} size={18} thickness={1.7}>
          <circle cx="8.5" cy="8.5" r="5.5" />
          <path d="m13 13 4.5 4.5" strokeLinecap="round" />
        </StrokeIcon>
        <span className={styles.label}>{label}</span>
        <kbd className={styles.key}>/</kbd>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape already closes a dialog */}
      <dialog
        ref={dialog}
        className={styles.dialog}
        aria-label={label}
        // The event fires late: the dialog may be open again by then.
        onClose={() => {
          if (dialog.current?.open) return;
          openedAt.current = undefined;
          setOpening(undefined);
        }}
        onClick={(event) => event.target === event.currentTarget && close()}
      >
        {isOpen && Content && <Content key={opening} onClose={close} />}
        {isOpen && !Content && (
          <p className={styles.waiting} role="status">
            {hasFailed ? (
              <Translate id="search.unavailable">A busca não pôde ser carregada. Você está sem conexão?</Translate>
            ) : (
              <Translate id="search.opening">Abrindo a busca…</Translate>
            )}
            {hasFailed && (
              <button type="button" onClick={load}>
                <Translate id="search.retry">Tentar de novo</Translate>
              </button>
            )}
          </p>
        )}
      </dialog>
    </>
  );
}
