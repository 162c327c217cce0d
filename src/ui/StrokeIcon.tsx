import type { ComponentProps } from 'react';

interface Props extends ComponentProps<'svg'> {
  /** The sides of the drawing's own square. */
  box: number;
  /** How large it is shown, in pixels. */
  size: number;
  thickness: number;
}

/** A drawing in lines of the colour of the text beside it, which says what it means. */
export function StrokeIcon({ box, size, thickness, ...props }: Props) {
  return (
    <svg
      viewBox={`0 0 ${box} ${box}`}
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={thickness}
      aria-hidden="true"
      {...props}
    />
  );
}
