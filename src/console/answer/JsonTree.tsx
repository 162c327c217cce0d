import Translate, { translate } from '@docusaurus/Translate';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { JsonRow } from './JsonRow.tsx';
import styles from './JsonTree.module.css';
import { type JsonLine, pathOfPointer } from './json-lines.ts';
import { TreeBar } from './TreeBar.tsx';
import { useJsonTree } from './use-json-tree.ts';

interface Props {
  lines: JsonLine[];
  /** The whole text, to be copied. */
  text: string;
  /** Where a line leads to; nothing for most. */
  follow: (line: JsonLine) => string | undefined;
  /** What else can be done with the answer. */
  aside?: ReactNode;
}

/** JSON by lines: it folds, is searched, and tells the path of each value. */
export function JsonTree({ lines, text, follow, aside }: Props) {
  const tree = useJsonTree(lines);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const isMoved = useRef(false);
  const { current, folded, query } = tree;
  const line = lines[current];

  useEffect(() => {
    const row = box.current?.querySelector(`[data-at="${current}"]`);
    if (isMoved.current) row?.scrollIntoView({ block: 'nearest' });
    isMoved.current = false;
  }, [current]);

  return (
    <div className={styles.whole}>
      <TreeBar
        path={pathOfPointer(line?.pointer ?? '')}
        text={text}
        query={query}
        found={tree.found.length}
        at={tree.found.indexOf(current) + 1}
        onSearch={(typed) => {
          isMoved.current = true;
          tree.search(typed);
        }}
        onStep={(by) => {
          isMoved.current = true;
          tree.step(by);
        }}
        onFold={lines.length > 2 ? tree.foldAll : undefined}
        aside={aside}
      />
      <div
        ref={box}
        role="tree"
        tabIndex={0}
        className={styles.tree}
        translate="no"
        aria-label={translate({ id: 'console.response.body', message: 'Corpo' })}
        aria-activedescendant={`${id}-${current}`}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
          isMoved.current = true;
          if (event.key === 'Enter') box.current?.querySelector<HTMLElement>(`[data-at="${current}"] a`)?.click();
          else if (tree.press(event)) event.preventDefault();
        }}
        onClick={({ target, currentTarget }) => {
          const row = (target as Element).closest<HTMLElement>('[data-at]');
          if (!row) return;
          const index = Number(row.dataset.at);
          if ((target as Element).closest('[data-fold]')) tree.toggle(index);
          tree.setCurrent(index);
          // The row would take the focus, and the keys of the tree are those of the tree.
          if (!(target as Element).closest('a, button')) currentTarget.focus({ preventScroll: true });
        }}
      >
        {tree.shown.map((index) => {
          const shown = lines[index] as JsonLine;
          return (
            <JsonRow
              key={index}
              id={`${id}-${index}`}
              index={index}
              line={shown}
              closing={folded.has(index) ? lines[shown.end ?? index] : undefined}
              isCurrent={index === current}
              query={query}
              to={follow(shown)}
            />
          );
        })}
      </div>
      {tree.hidden > 0 && (
        <Button variant="plain" size="small" onClick={tree.showMore}>
          <Translate id="console.tree.more" values={{ count: tree.hidden }}>
            {'Mostrar mais (restam {count} linhas)'}
          </Translate>
        </Button>
      )}
    </div>
  );
}
