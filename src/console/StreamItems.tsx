import { translate } from '@docusaurus/Translate';
import { prettyItem } from '../exchange/pretty-item.ts';
import styles from './StreamItems.module.css';

/** Items of a stream, numbered from `first`. */
export function StreamItems({ items, first }: { items: string[]; first: number }) {
  const numbered = items.map((item, index) => ({ item, number: first + index }));
  return (
    <ol
      className={styles.items}
      start={first}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      aria-label={translate({ id: 'console.stream.items', message: 'Itens recebidos' })}
    >
      {numbered.map(({ item, number }) => (
        <li key={number}>
          <pre>{prettyItem(item)}</pre>
        </li>
      ))}
    </ol>
  );
}
