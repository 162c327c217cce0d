import type { ReactNode } from 'react';
import type { Layer } from './Chart.tsx';
import { runsOf } from './chart-scale.ts';

const height = 100;

interface Props {
  layers: Layer[];
  /** For each point, the values of the layers. */
  values: (number | null)[][];
  top: number;
  /** Drawn on top. */
  children: ReactNode;
}

/** A line for each layer, with gaps where nothing was counted; a value between gaps is a dot. */
export function Lines({ layers, values, top, children }: Props) {
  return (
    <svg viewBox={`0 0 ${values.length * 10} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {layers.map(({ label, tone }, layer) => {
        const line = values.map((row) => row[layer] ?? null);
        const place = (index: number) => `${index * 10 + 5} ${height - ((line[index] ?? 0) / top) * height}`;
        const path = runsOf(line).map((run) => {
          const [first = 0, ...rest] = run;
          return `M${place(first)}${rest.length > 0 ? rest.map((index) => `L${place(index)}`).join('') : 'h0'}`;
        });
        return <path key={label} d={path.join('')} data-tone={tone} />;
      })}
      {children}
    </svg>
  );
}
