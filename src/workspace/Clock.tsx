import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type FormEvent, useId, useState } from 'react';
import { formatSpan } from '../format/format-span.ts';
import { useNow } from '../format/use-now.ts';
import type { ClockMove } from '../generated/platform/types.gen.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Workspace.module.css';

interface Props {
  /** Milliseconds by which the workspace's clock is ahead of this machine's. */
  aheadOfHere: number;
  /** Seconds by which it is ahead of real time. */
  aheadSeconds: number;
  busy: boolean;
  onMove: (by: ClockMove) => void;
  onSetBack: () => void;
}

const steps = [60, 3_600, 86_400, 7 * 86_400];

/** The value of a `datetime-local` field for a moment, in the reader's zone. */
function localValue(moment: Date): string {
  const here = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 16);
}

/** The workspace's clock, which goes forward at the reader's wish and back to real time. */
export function Clock({ aheadOfHere, aheadSeconds, busy, onMove, onSetBack }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const now = useNow(aheadOfHere);
  const [until, setUntil] = useState('');
  const field = useId();
  const isAhead = aheadSeconds >= 1;

  function moveUntil(event: FormEvent) {
    event.preventDefault();
    if (until) onMove({ now: new Date(until).toISOString() });
  }

  return (
    <section className={styles.part} aria-labelledby={`${field}-heading`}>
      <h2 id={`${field}-heading`}>
        <Translate id="workspace.clock">Relógio</Translate>
      </h2>
      <p className={styles.time}>
        <time dateTime={now.toISOString()}>
          {now.toLocaleString(currentLocale, { dateStyle: 'long', timeStyle: 'medium' })}
        </time>
        <span className={styles.ahead} data-ahead={isAhead}>
          {isAhead ? (
            <Translate id="workspace.clock.ahead" values={{ span: formatSpan(aheadSeconds, currentLocale) }}>
              {'{span} à frente da hora real'}
            </Translate>
          ) : (
            <Translate id="workspace.clock.real">hora real</Translate>
          )}
        </span>
      </p>
      <div className={styles.controls}>
        <fieldset className={styles.steps} disabled={busy}>
          <legend>
            <Translate id="workspace.clock.advance">Adiantar</Translate>
          </legend>
          {steps.map((seconds) => (
            <Button key={seconds} onClick={() => onMove({ advance_seconds: seconds })}>
              + {formatSpan(seconds, currentLocale)}
            </Button>
          ))}
        </fieldset>
        <form className={styles.until} onSubmit={moveUntil}>
          <label htmlFor={field}>
            <Translate id="workspace.clock.until">Até um momento</Translate>
          </label>
          <span className={styles.row}>
            <input
              id={field}
              type="datetime-local"
              required
              min={localValue(new Date(now.getTime() + 60_000))}
              value={until}
              onChange={({ target }) => setUntil(target.value)}
            />
            <Button type="submit" disabled={busy}>
              <Translate id="workspace.clock.move">Adiantar até lá</Translate>
            </Button>
          </span>
        </form>
        <Button variant="plain" disabled={busy || !isAhead} onClick={onSetBack}>
          <Translate id="workspace.clock.back">Voltar à hora real</Translate>
        </Button>
      </div>
    </section>
  );
}
