import type { ReactNode } from 'react';

/** One thing that is known, in a list of such things; nothing, where it does not apply. */
export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  if (children === undefined || children === null || children === false) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
