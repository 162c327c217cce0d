import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type FormEvent, useState } from 'react';
import { ClockLead } from '../format/ClockLead.tsx';
import { formatSpan } from '../format/format-span.ts';
import { localValue } from '../format/format-time.ts';
import { Moment } from '../format/Moment.tsx';
import { useNow } from '../format/use-now.ts';
import type { ClockMove } from '../generated/platform/types.gen.ts';
import { Button } from '../ui/Button.tsx';
import { ButtonRow } from '../ui/ButtonRow.tsx';
import { Input } from '../ui/Control.tsx';
import { Field, FieldRow, FieldSet } from '../ui/Field.tsx';
import { Part } from '../ui/Part.tsx';
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

/** Shows the workspace's clock, moves it forward and resets it to real time. */
export function Clock({ aheadOfHere, aheadSeconds, busy, onMove, onSetBack }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const now = useNow(aheadOfHere);
  const [until, setUntil] = useState('');
  const isAhead = aheadSeconds >= 1;

  function moveUntil(event: FormEvent) {
    event.preventDefault();
    if (until) onMove({ now: new Date(until).toISOString() });
  }

  return (
    <Part title={<Translate id="workspace.clock">Relógio</Translate>}>
      <p className={styles.time}>
        <Moment time={now.toISOString()} dateStyle="long" timeStyle="medium" />
        <ClockLead aheadSeconds={aheadSeconds} />
      </p>
      <div className={styles.controls}>
        <FieldSet legend={<Translate id="workspace.clock.advance">Adiantar</Translate>} disabled={busy}>
          <ButtonRow>
            {steps.map((seconds) => (
              <Button key={seconds} onClick={() => onMove({ advance_seconds: seconds })}>
                + {formatSpan(seconds, currentLocale)}
              </Button>
            ))}
          </ButtonRow>
        </FieldSet>
        <form onSubmit={moveUntil}>
          <FieldRow>
            <Field label={<Translate id="workspace.clock.until">Adiantar até</Translate>}>
              {(control) => (
                <Input
                  {...control}
                  type="datetime-local"
                  required
                  min={localValue(now.getTime() + 60_000)}
                  value={until}
                  onChange={({ target }) => setUntil(target.value)}
                />
              )}
            </Field>
            <Button type="submit" disabled={busy}>
              <Translate id="workspace.clock.move">Adiantar até lá</Translate>
            </Button>
          </FieldRow>
        </form>
        <Button variant="plain" disabled={busy || !isAhead} onClick={onSetBack}>
          <Translate id="workspace.clock.back">Voltar à hora real</Translate>
        </Button>
      </div>
    </Part>
  );
}
