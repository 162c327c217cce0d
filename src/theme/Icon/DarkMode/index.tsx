import { StrokeIcon } from '@site/src/ui/StrokeIcon.tsx';
import type { ComponentProps } from 'react';

/** A moon in one path, because it is in the HTML of every page. */
export default function IconDarkMode(props: ComponentProps<'svg'>) {
  return (
    <StrokeIcon box={24} size={24} thickness={2} {...props}>
      <path d="M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z" />
    </StrokeIcon>
  );
}
