import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type RefObject, useEffect, useState } from 'react';
import type { BuiltRequest } from '../../wire/built-request.ts';
import { watchWorkspace } from '../client/current-key.ts';
import type { GuestKey } from '../client/guest-key.ts';
import { PlatformError } from '../client/platform-error.ts';
import { useGuestKey } from '../client/use-guest-key.ts';
import { useNoticeChanges } from '../client/use-notice-changes.ts';
import { type Outcome, sendRequest } from '../console/send-request.ts';
import type { ApiLine } from '../documents/api-index-data.ts';
import { useOrigin } from '../ui/use-origin.ts';
import type { GuideProgram } from './guide-program.ts';
import { planGuide } from './plan-guide.ts';

/** A request that a block has sent, and what came of it. */
export interface Exchange {
  request: BuiltRequest;
  outcome: Outcome;
}

export interface GuideRunState {
  phase: 'running' | 'done' | 'stopped';
  exchanges: Exchange[];
  /** How many of them were sent by earlier blocks, which this one needs. */
  earlier: number;
  /** The key that the server has not accepted, if it is the guest's. */
  refused?: boolean;
  error?: PlatformError;
}

const START: GuideRunState = { phase: 'running', exchanges: [], earlier: 0 };

function carries({ headers }: BuiltRequest, { secret }: GuestKey): boolean {
  const basic = btoa(`${secret}:x`);
  return headers.some(([, value]) => value.includes(secret) || value.includes(basic));
}

/** Runs the commands of a block whenever `run` changes, after those that it needs. */
export function useGuideRun(
  program: GuideProgram,
  block: RefObject<HTMLDivElement | null>,
  run: number,
  onEnd: () => void,
): GuideRunState {
  const origin = useOrigin();
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  const noticeChanges = useNoticeChanges();
  const { getKey } = useGuestKey();
  const [state, setState] = useState<GuideRunState>(START);

  // Ids of one workspace mean nothing in another.
  useEffect(() => watchWorkspace(() => program.variables.clear()), [program]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a click starts it
  useEffect(() => {
    const { signal, abort } = abortable();
    let exchanges: Exchange[] = [];
    let earlier = 0;

    async function perform(): Promise<Partial<GuideRunState>> {
      const { codes, index } = program.read(block.current as Element);
      const planned = planGuide(codes, { origin, apis: apis.map(({ slug }) => slug) })[index];
      const key = await getKey();
      if (!planned) return { phase: 'stopped' };
      let refused = false;
      const session = {
        variables: program.variables,
        getKey: async () => key.secret,
        send: async (request: BuiltRequest) => {
          const outcome = await sendRequest(request, { key: '', signal });
          exchanges = [...exchanges, { request, outcome }];
          refused ||= outcome.response?.status === 401 && !key.holder && carries(request, key);
          return outcome.response;
        },
      };
      const isMissing = (variable: string) => !program.variables.has(variable);
      for (const each of planned.after) if ([...each.sets].some(isMissing)) await each.run(session);
      earlier = exchanges.length;
      await planned.run(session);
      return { phase: 'done', refused };
    }

    setState(START);
    perform()
      // A value that a failed request has not brought ends the commands, as it would in a terminal.
      .catch(
        (error: unknown): Partial<GuideRunState> =>
          error instanceof PlatformError ? { phase: 'stopped', error } : { phase: 'stopped' },
      )
      .then((end) => {
        if (signal.aborted) return;
        setState({ ...START, exchanges, earlier, ...end });
        noticeChanges(exchanges.map(({ request }) => request));
        onEnd();
      });
    return abort;
  }, [run]);

  return state;
}

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
