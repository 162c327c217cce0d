import { translate } from '@docusaurus/Translate';
import { useLayoutEffect, useRef } from 'react';
import styles from './CompletionList.module.css';
import type { Completion } from './completions.ts';

interface Props {
  id: string;
  items: Completion[];
  /** The one that is chosen by Enter. */
  at: number;
  onChoose: (index: number) => void;
}

/** What may stand at the caret, below it. The focus stays in the text. */
export function CompletionList({ id, items, at, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const own = list.current;
    const editor = own?.parentElement;
    const caret = editor?.querySelector('[data-caret]');
    if (!own || !editor) return;
    const around = editor.getBoundingClientRect();
    const { left, bottom } = caret?.getClientRects()[0] ?? { left: around.left, bottom: around.bottom };
    own.style.top = `${bottom - around.top + 2}px`;
    own.style.left = `${Math.max(0, Math.min(left - around.left, around.width - own.offsetWidth))}px`;
  });

  useLayoutEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      className={styles.list}
      translate="no"
      aria-label={translate({ id: 'console.completions', message: 'Sugestões do documento' })}
    >
      {items.map(({ label, text, hint }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text area has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text area
        <div
          key={text}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          <span>{label}</span>
          <small>{hint}</small>
        </div>
      ))}
    </div>
  );
}
