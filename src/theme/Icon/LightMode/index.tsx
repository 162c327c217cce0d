import { StrokeIcon } from '@site/src/ui/StrokeIcon.tsx';
import type { ComponentProps } from 'react';

/** A sun in two paths, because it is in the HTML of every page. */
export default function IconLightMode(props: ComponentProps<'svg'>) {
  return (
    <StrokeIcon box={24} size={24} thickness={2} {...props}>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2v3m0 14v3M2 12h3m14 0h3M5 5l2 2m10 10 2 2M5 19l2-2M17 7l2-2" />
    </StrokeIcon>
  );
}
