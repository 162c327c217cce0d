import Translate, { translate } from '@docusaurus/Translate';
import { type UIEvent, useEffect, useRef } from 'react';
import { Button } from '../ui/Button.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './ResponsePane.module.css';
import type { StreamProgress } from './read-stream.ts';
import { StreamItems } from './StreamItems.tsx';

interface Props {
  progress: StreamProgress;
  onStop: (() => void) | undefined;
}

/** A stream while it runs: its latest items, how many came, and a button that ends it. */
export function StreamView({ progress: { status, reason, count, items }, onStop }: Props) {
  const list = useRef<HTMLDivElement>(null);

  const isAtEnd = useRef(true);

  // The latest item stays in view, unless the reader has gone back to others.
  useEffect(() => {
    const shown = list.current?.querySelector('ol');
    if (shown && count > 0 && isAtEnd.current) shown.scrollTop = shown.scrollHeight;
  }, [count]);

  const noteEnd = ({ target }: UIEvent<HTMLDivElement>) => {
    const { scrollTop, scrollHeight, clientHeight } = target as HTMLElement;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < 20;
  };

  return (
    <>
      <div className={styles.figures}>
        <span className={styles.status}>
          <StatusBadge status={status} /> {reason}
        </span>
        <span>{countText(count)}</span>
        {onStop && (
          <Button size="small" onClick={onStop}>
            <Translate id="console.stream.stop">Parar</Translate>
          </Button>
        )}
      </div>
      <div ref={list} onScrollCapture={noteEnd}>
        {count === 0 ? (
          <p className={styles.empty}>
            <Translate id="console.stream.none">A conexão está aberta. Ainda não chegou nada.</Translate>
          </p>
        ) : (
          <StreamItems items={items} first={count - items.length + 1} />
        )}
      </div>
    </>
  );
}

function countText(count: number): string {
  return count === 1
    ? translate({ id: 'console.stream.one', message: '1 item recebido' })
    : translate({ id: 'console.stream.count', message: '{count} itens recebidos' }, { count });
}

/** What a screen reader is told while a stream runs: each of the first items, then every tenth, then every hundredth. */
export function spokenCount(count: number): string {
  const step = count < 10 ? 1 : count < 100 ? 10 : 100;
  return countText(count - (count % step));
}
