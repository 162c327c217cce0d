import type { ReactNode } from 'react';
import type { Layer } from './Chart.tsx';

const height = 100;
/** A value that is not zero is seen, however small it is beside the others. */
const least = 2;

interface Props {
  layers: Layer[];
  /** For each point, the values of the layers. */
  values: (number | null)[][];
  top: number;
  /** Drawn on top. */
  children: ReactNode;
}

/** Columns whose layers stand on each other. */
export function Columns({ layers, values, top, children }: Props) {
  return (
    <svg viewBox={`0 0 ${values.length * 10} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {values.map((row, index) => {
        let reached = height;
        return row.map((value, layer) => {
          if (!value) return null;
          const size = Math.max(least, (value / top) * height);
          reached -= size;
          const key = `${index}.${layer}`;
          return (
            <rect key={key} x={index * 10 + 1} y={reached} width={8} height={size} data-tone={layers[layer]?.tone} />
          );
        });
      })}
      {children}
    </svg>
  );
}
