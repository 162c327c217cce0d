import Translate from '@docusaurus/Translate';
import styles from './LiveSwitch.module.css';
import type { StreamState } from './use-stream.ts';

/** Turns live updates of the log on or off. */
export function LiveSwitch({ state, onChange }: { state: StreamState; onChange: (wanted: boolean) => void }) {
  const isOn = state !== 'off';
  return (
    <button
      type="button"
      className={styles.switch}
      aria-pressed={isOn}
      data-state={state}
      onClick={() => onChange(!isOn)}
    >
      {state === 'off' && <Translate id="webhooks.live.off">Ao vivo: pausado</Translate>}
      {state === 'connecting' && <Translate id="webhooks.live.connecting">Ao vivo: conectando…</Translate>}
      {state === 'open' && <Translate id="webhooks.live.open">Ao vivo</Translate>}
      {state === 'lost' && <Translate id="webhooks.live.lost">Conexão perdida, tentando de novo…</Translate>}
    </button>
  );
}
