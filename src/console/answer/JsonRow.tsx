import Link from '@docusaurus/Link';
import clsx from 'clsx';
import { memo, type ReactNode } from 'react';
import { LinkedText } from '../../ui/LinkedText.tsx';
import styles from './JsonTree.module.css';
import type { JsonLine } from './json-lines.ts';

interface Props {
  id: string;
  index: number;
  line: JsonLine;
  /** The line that ends the value, if it is folded. */
  closing: JsonLine | undefined;
  isCurrent: boolean;
  query: string;
  /** Where its value leads to. */
  to: string | undefined;
}

/** One line of an answer. Its number and its mark are no part of what is selected and copied. */
export const JsonRow = memo(({ id, index, line, closing, isCurrent, query, to }: Props) => {
  const { depth, name, text, end, size, number } = line;
  const isValue = line.value !== undefined || end !== undefined || /^[[{]/.test(text);
  return (
    <div
      id={id}
      data-at={index}
      data-line={number}
      className={clsx(styles.row, isCurrent && styles.current)}
      style={{ '--depth': depth } as object}
      {...(isValue
        ? {
            role: 'treeitem',
            tabIndex: -1,
            'aria-level': depth + 1,
            'aria-expanded': end === undefined ? undefined : closing === undefined,
            'aria-selected': isCurrent,
          }
        : { role: 'none' })}
    >
      {end !== undefined && <span data-fold className={styles.fold} />}
      {'  '.repeat(depth)}
      {name !== undefined && (
        <>
          <span className={styles.property}>{marked(name, query)}</span>
          {': '}
        </>
      )}
      <span className={classOf(line)}>
        {to === undefined ? marked(text, query) : <Target to={to}>{marked(text, query)}</Target>}
      </span>
      {closing && (
        <>
          <span className={styles.folded} data-fold>
            … {size}
          </span>
          <span className={styles.punctuation}>{closing.text}</span>
        </>
      )}
      {(closing ?? line).comma && <span className={styles.punctuation}>,</span>}
    </div>
  );
});

function Target({ to, children }: { to: string; children: ReactNode }) {
  const isOutside = /^https?:/.test(to);
  return isOutside ? (
    <a href={to} tabIndex={-1} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <Link to={to} tabIndex={-1}>
      {children}
    </Link>
  );
}

function classOf({ value, end }: JsonLine): string | undefined {
  if (typeof value === 'string') return styles.string;
  if (typeof value === 'number' || typeof value === 'bigint') return styles.number;
  return value === undefined || end !== undefined ? styles.punctuation : styles.keyword;
}

/** A text with what is searched for marked; ids of requests lead to the log. */
function marked(text: string, query: string): ReactNode {
  if (query === '') return <LinkedText>{text}</LinkedText>;
  const at = text.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return text;
  const end = at + query.length;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, end)}</mark>
      {text.slice(end)}
    </>
  );
}
