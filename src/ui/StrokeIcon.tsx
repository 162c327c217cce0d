import type { ComponentProps } from 'react';

interface Props extends ComponentProps<'svg'> {
  /** Width and height of the viewBox. */
  box: number;
  /** Rendered size, in pixels. */
  size: number;
  thickness: number;
}

/** A decorative icon of lines in the colour of the text beside it. */
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
