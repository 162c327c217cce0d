import { translate } from '@docusaurus/Translate';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Spoken } from '../../ui/Spoken.tsx';
import styles from './NewRequests.module.css';

/** Shows the calls that came in while the reader was in the list. */
export function NewRequests({ count, onShow }: { count: number; onShow: () => void }) {
  if (count === 0) return null;
  return (
    <Button variant="primary" size="small" className={styles.show} onClick={onShow}>
      ↑ {countText(count)}
    </Button>
  );
}

const SAY_MS = 10_000;
/** For so long nothing is there before, so that the same text is said again. */
const PAUSE_MS = 200;

/** Tells a screen reader how many calls have come in, once in a while. `total` grows with them. */
export function SpokenArrivals({ total }: { total: number }) {
  const [added, setAdded] = useState(0);
  const latest = useRef(total);
  const said = useRef(total);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    latest.current = total;
    // The list has become another one.
    if (total < said.current) said.current = total;
    if (total > said.current) timer.current ??= setTimeout(pause, SAY_MS);
    function pause() {
      setAdded(0);
      timer.current = setTimeout(say, PAUSE_MS);
    }
    function say() {
      timer.current = undefined;
      setAdded(latest.current - said.current);
      said.current = latest.current;
    }
  }, [total]);
  useEffect(() => () => clearTimeout(timer.current), []);

  return <Spoken>{added > 0 && countText(added)}</Spoken>;
}

function countText(count: number): string {
  return count === 1
    ? translate({ id: 'requests.new.one', message: '1 requisição nova' })
    : translate({ id: 'requests.new.many', message: '{count} requisições novas' }, { count: String(count) });
}
