import Translate from '@docusaurus/Translate';
import { useRef, useState } from 'react';
import styles from './FoldAll.module.css';

/** What one click opens at most: schemas may have thousands of parts, each of which is rendered when it is opened. */
const most = 400;
/** Milliseconds in which what is inside of an opened part has to appear. */
const patience = 5000;

/** Expands the tree that follows it in the same element (`tree` in its style sheet), or collapses it. */
export function FoldAll() {
  const [isOpen, setOpen] = useState(false);
  const stop = useRef<() => void>(undefined);

  function toggle(tree: Element) {
    stop.current?.();
    stop.current = isOpen ? undefined : openAll(tree);
    if (isOpen) for (const fold of foldsOf(tree)) fold.open = false;
    setOpen(!isOpen);
  }

  return (
    <button
      type="button"
      className={styles.button}
      aria-expanded={isOpen}
      onClick={({ currentTarget }) => {
        const tree = currentTarget.closest(`.${styles.tree}`);
        if (tree) toggle(tree);
      }}
    >
      {isOpen ? (
        <Translate id="reference.collapseAll">Recolher tudo</Translate>
      ) : (
        <Translate id="reference.expandAll">Expandir tudo</Translate>
      )}
    </button>
  );
}

/** The parts of a tree that fold; long values fold, too, and have no class. */
function foldsOf(tree: Element): Iterable<HTMLDetailsElement> {
  return tree.querySelectorAll<HTMLDetailsElement>('details[class]');
}

/** Opens every part, and those that appear by it; returns what ends that. */
function openAll(tree: Element): () => void {
  let left = most;
  const open = () => {
    for (const fold of foldsOf(tree)) if (!fold.open && left-- > 0) fold.open = true;
  };
  open();
  const observer = new MutationObserver(open);
  observer.observe(tree, { childList: true, subtree: true });
  const timer = setTimeout(() => observer.disconnect(), patience);
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}
