import Link from '@docusaurus/Link';
import type { ComponentProps } from 'react';
import { hasPage } from './page-features.ts';
import { useFeatures } from './use-features.ts';

interface Props extends ComponentProps<typeof Link> {
  to: string;
  /** Inside a sentence, the words stay where the portal has no such page. */
  inSentence?: boolean;
}

/** A link to a page that not every portal has: without it, nothing, or only its words. */
export function PageLink({ inSentence = false, ...link }: Props) {
  if (hasPage(useFeatures(), link.to)) return <Link {...link} />;
  return inSentence ? link.children : null;
}
