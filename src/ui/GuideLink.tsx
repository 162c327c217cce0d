import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';
import { useGuides } from './use-guides.ts';

interface Props {
  /** The last segment of the guide's address, perhaps with a place in it: `errors#invalid_json`. */
  to: string;
  /** Inside a sentence, the words stay where the portal has no such guide. */
  inSentence?: boolean;
  children: ReactNode;
}

/** A link to a guide, where this portal has it; otherwise nothing, or only its words. */
export function GuideLink({ to, inSentence = false, children }: Props) {
  const { has } = useGuides();
  if (has(to.replace(/#.*/, ''))) return <Link to={`/guides/${to}`}>{children}</Link>;
  return inSentence ? children : null;
}
