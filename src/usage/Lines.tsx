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
        const runs = runsOf(line);
        const draw = (some: number[][]) => some.map((run) => `M${run.map(place).join('L')}`).join('');
        const dots = runs.filter((run) => run.length === 1).map((run) => [...run, ...run]);
        return (
          <g key={label} data-tone={tone}>
            <path d={draw(runs.filter((run) => run.length > 1))} />
            <path d={draw(dots)} data-dots />
          </g>
        );
      })}
      {children}
    </svg>
  );
}
