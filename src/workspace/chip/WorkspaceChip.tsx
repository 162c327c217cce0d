import { useLocation } from '@docusaurus/router';
import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { type ComponentType, useCallback, useEffect, useId, useRef, useState } from 'react';
import { StrokeIcon } from '../../ui/StrokeIcon.tsx';
import { describeChip } from './describe-chip.ts';
import { useChipFacts } from './use-chip-facts.ts';
import styles from './WorkspaceChip.module.css';

/** The workspace of this browser, on every page. Its panel is loaded when it is opened for the first time. */
export function WorkspaceChip() {
  const id = useId();
  const isBrowser = useIsBrowser();
  const { currentLocale } = useDocusaurusContext().i18n;
  const { pathname } = useLocation();
  const facts = useChipFacts();
  const { label, text } = describeChip(facts, currentLocale);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const [Content, setContent] = useState<ComponentType>();

  const load = useCallback(() => {
    setFailed(false);
    import('./WorkspacePanel.tsx').then(
      ({ WorkspacePanel }) => setContent(() => WorkspacePanel),
      () => setFailed(true),
    );
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the address closes it
  useEffect(() => {
    if (panel.current?.matches(':popover-open')) panel.current.hidePopover();
  }, [pathname]);

  return (
    <>
      {/* Before hydration the click is remembered and repeated: the browser must not have opened an empty panel by then. */}
      <button
        type="button"
        className={styles.chip}
        data-ahead={facts.aheadSeconds >= 1}
        aria-label={label}
        popoverTarget={isBrowser ? id : undefined}
      >
        <StrokeIcon box={20} size={18} thickness={1.6}>
          <path d="M3 6.5 10 3l7 3.5v7L10 17l-7-3.5z" strokeLinejoin="round" />
          <path d="M3 6.5 10 10l7-3.5M10 10v7" strokeLinejoin="round" />
        </StrokeIcon>
        <span className={styles.text}>{text}</span>
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={translate({ id: 'chip.panel', message: 'O seu espaço de trabalho' })}
        className={styles.panel}
        onToggle={({ newState, target, currentTarget }) => {
          // React also passes on what happens to a dialog inside.
          if (target !== currentTarget) return;
          setOpen(newState === 'open');
          if (newState === 'open' && !Content) load();
        }}
      >
        {isOpen && Content && <Content />}
        {isOpen && !Content && (
          <p role="status" className={styles.waiting}>
            {hasFailed ? (
              <Translate id="chip.unavailable">O painel não pôde ser carregado. Você está sem conexão?</Translate>
            ) : (
              <Translate id="chip.opening">Abrindo o painel…</Translate>
            )}
          </p>
        )}
      </div>
    </>
  );
}
