import { type ReactNode, useContext, useState } from 'react';
import { PagePlan, useWholeSchemas } from './page-plan.ts';
import type { Schemas } from './schema-view.ts';

interface Props {
  /** The place of what is inside (plan-places.ts). */
  place: string;
  /** Whether that is the fold's own, as its HTML id; one that is open is in the HTML without being planned. */
  isPlace?: boolean;
  /** Whether it is open at first, where it is in the HTML. */
  open: boolean;
  summary: ReactNode;
  schemas: Schemas;
  className: string | undefined;
  children: (schemas: Schemas) => ReactNode;
}

/** A part of a tree that opens. One that is not in the HTML is rendered when it is opened, with the whole schemas. */
export function Fold({ place, isPlace = false, open, summary, schemas, className, children }: Props) {
  const isPlanned = useContext(PagePlan).places.has(place) || (isPlace && open);
  const [asked, setAsked] = useState(false);
  const whole = useWholeSchemas(schemas, asked && !isPlanned);
  return (
    <details
      id={isPlace ? place : undefined}
      className={className}
      open={open && isPlanned}
      onToggle={() => setAsked(true)}
    >
      <summary>{summary}</summary>
      {isPlanned ? children(schemas) : asked && whole && children(whole)}
    </details>
  );
}
