import { type RefObject, useEffect, useRef } from 'react';
import type { IssueActions } from './IssueLine.tsx';
import type { FieldIssue } from './issues.ts';

interface Means {
  /** The whole console. */
  whole: RefObject<HTMLElement | null>;
  issues: FieldIssue[];
  onGo: (issue: FieldIssue) => void;
  onMend: (issue: FieldIssue) => void;
}

/** What can be done about faults. What mended one is gone after it: the focus goes to the next, or to the button that sends. */
export function useIssueActions({ whole, issues, onGo, onMend }: Means): IssueActions {
  const isMending = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: when other faults are shown
  useEffect(() => {
    if (!isMending.current || whole.current?.contains(document.activeElement)) return;
    isMending.current = false;
    const next = whole.current?.querySelector<HTMLElement>('[data-mend]');
    (next ?? whole.current?.querySelector<HTMLElement>('button[type="submit"]'))?.focus();
  }, [issues, whole]);

  return {
    onGo,
    onMend: (issue) => {
      isMending.current = true;
      onMend(issue);
    },
  };
}
