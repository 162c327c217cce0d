import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import styles from './Table.module.css';

interface Props<Row> {
  /** What stands in each column; nothing where a column is left out. */
  columns: (string | false)[];
  rows: readonly Row[];
  /** The `tr` of a row, with its key. */
  children: (row: Row) => ReactNode;
  /** Names the table where no heading does: it is then a place of its own, which the keyboard can scroll. */
  caption?: ReactNode;
  /** What is said where there are no rows. */
  empty?: ReactNode;
  className?: string;
}

/** A table, which scrolls by itself where the window is too narrow for it. */
export function Table<Row>({ columns, rows, children, caption, empty, className }: Props<Row>) {
  const id = useId();
  if (empty && rows.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <section className={styles.frame} {...(caption && { tabIndex: 0, 'aria-labelledby': id })}>
      <table className={clsx(styles.table, className)}>
        {caption && <caption id={id}>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(
              (column) =>
                column && (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ),
            )}
          </tr>
        </thead>
        <tbody>{rows.map(children)}</tbody>
      </table>
    </section>
  );
}
