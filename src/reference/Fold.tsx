import clsx from 'clsx';
import { type ReactNode, useContext, useState } from 'react';
import { PagePlan, useWholeSchemas } from './page-plan.ts';
import type { Schemas } from './schema-view.ts';

interface Props {
  /** The place of what is inside (plan-places.ts). */
  place: string;
  /** The HTML id of the fold itself, where it has one of its own. */
  id?: string;
  /** Whether it is open at first, where it is in the HTML. */
  open: boolean;
  /** Whether it is in the HTML without being planned. */
  eager?: boolean;
  summary: ReactNode;
  schemas: Schemas;
  className?: string | undefined;
  children: (schemas: Schemas) => ReactNode;
}

/** A part of a tree that opens. One that is not in the HTML is rendered when it is opened, with the whole schemas. */
export function Fold({ place, id, open, eager = false, summary, schemas, className, children }: Props) {
  const isPlanned = useContext(PagePlan).places.has(place) || eager;
  const [asked, setAsked] = useState(false);
  const whole = useWholeSchemas(schemas, asked && !isPlanned);
  return (
    <details id={id} className={clsx(className)} open={open && isPlanned} onToggle={() => setAsked(true)}>
      <summary>{summary}</summary>
      {isPlanned ? children(schemas) : asked && whole && children(whole)}
    </details>
  );
}
