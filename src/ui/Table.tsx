import clsx from 'clsx';
import { type ReactNode, useId } from 'react';
import styles from './Table.module.css';

interface Props<Row> {
  /** Column headings; `false` omits a column. */
  columns: (string | false)[];
  rows: readonly Row[];
  /** Renders the `tr` of a row, with its key. */
  children: (row: Row) => ReactNode;
  /** Accessible name where there is no heading; the table is then a region that the keyboard can scroll. */
  caption?: ReactNode;
  /** Shown if there are no rows. */
  empty?: ReactNode;
  className?: string;
}

/** A table that scrolls horizontally in narrow windows. */
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
