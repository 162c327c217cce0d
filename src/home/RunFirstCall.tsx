import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useEffect, useRef } from 'react';
import type { GuestKey } from '../client/guest-key.ts';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { maskKey } from '../exchange/credentials.ts';
import { timeFormat } from '../format/formatters.ts';
import { Progress } from '../ui/Progress.tsx';
import { Spoken } from '../ui/Spoken.tsx';
import { CallRow } from './CallRow.tsx';
import styles from './FirstCall.module.css';
import type { FirstCallData } from './first-call-data.ts';
import { type FirstCallState, succeeded, useFirstCall } from './use-first-call.ts';

interface Props {
  data: FirstCallData;
  /** Number of clicks; each runs the calls again. */
  run: number;
  onEnd: (good: boolean) => void;
  onRetry: () => void;
}

/** Runs the first call against the sandbox as soon as it mounts. */
export function RunFirstCall(props: Props) {
  return (
    <PlatformProvider>
      <Trail {...props} />
    </PlatformProvider>
  );
}

function Trail({ data, run, onEnd, onRetry }: Props) {
  const state = useFirstCall(data, run, onEnd);
  const { currentLocale } = useDocusaurusContext().i18n;
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    top.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, []);

  return (
    <div ref={top}>
      <Spoken>{spoken(state)}</Spoken>
      <ol className={styles.steps}>
        <li className={styles.step} data-phase={state.error ? 'failed' : state.key ? 'done' : 'running'}>
          <KeyLine guestKey={state.key} locale={currentLocale} />
          {!state.key && !state.error && <Progress className={styles.progress} />}
          {state.error && <PlatformProblem error={state.error} onRetry={onRetry} />}
        </li>
        <CallRow operation={data.create} step={state.create} onRetry={onRetry} />
        <CallRow operation={data.read} step={state.read} onRetry={onRetry} />
      </ol>
      {!state.running && !state.error && (
        <p className={styles.after}>
          {succeeded(state) ? (
            <Translate id="home.call.kept">
              O registro está salvo no seu sandbox. Abra o console de qualquer operação: a chave já está lá.
            </Translate>
          ) : (
            <Translate id="home.call.failed">A primeira chamada parou no meio. O motivo está acima.</Translate>
          )}
        </p>
      )}
    </div>
  );
}

function KeyLine({ guestKey, locale }: { guestKey: GuestKey | undefined; locale: string }) {
  return (
    <div className={styles.line}>
      <span className={styles.what}>
        <Translate id="home.call.key">Espaço de trabalho e chave de teste</Translate>
      </span>
      {guestKey && (
        <span className={styles.figures}>
          <code translate="no">{maskKey(guestKey.secret)}</code>
          <span>
            {translate(
              { id: 'home.call.until', message: 'expira em {time}' },
              {
                time: timeFormat(locale, { dateStyle: 'short', timeStyle: 'short' }).format(
                  new Date(guestKey.expiresAt),
                ),
              },
            )}
          </span>
        </span>
      )}
    </div>
  );
}

function spoken(state: FirstCallState): string {
  if (state.running) return translate({ id: 'home.call.running', message: 'Fazendo a primeira chamada' });
  if (!succeeded(state)) return '';
  return translate({ id: 'home.call.done', message: 'Pronto: o registro foi criado e lido de volta' });
}
