import type { Measured } from './measure.ts';

const heads = [
  'acknowledged',
  'lost',
  'twice',
  'given up',
  'told after',
  'ready after',
  'first write after',
  'all writers after',
  'webhooks missing',
  'of two ids',
  'refused meanwhile',
];

/** Prints a line for each fault; times are in seconds. */
export function printTable(rows: Measured[]): void {
  const lines = [['', ...heads], ...rows.map(cellsOf)];
  const widths = ['', ...heads].map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  for (const cells of lines)
    console.log(
      cells
        .map((cell, column) =>
          column === 0
            ? cell.padEnd(widths[0] ?? 0)
            : column === heads.length
              ? `  ${cell}`
              : cell.padStart((widths[column] ?? 0) + 2),
        )
        .join(''),
    );
  for (const { name, lost, doubled, failed } of rows)
    for (const [what, names] of Object.entries({ lost, twice: doubled, 'given up': failed }))
      if (names.length > 0) console.log(`${name}: ${what}: ${names.slice(0, 10).join(', ')}`);
}

function cellsOf(row: Measured): string[] {
  const { issued, missing, ambiguous } = row.load.checkWebhooks();
  return [
    row.name,
    String(row.acknowledged),
    String(row.lost.length),
    String(row.doubled.length),
    String(row.failed.length),
    row.toldAfter === undefined ? 'always ready' : seconds(row.toldAfter),
    seconds(row.readyAfter),
    row.recovered ? seconds(row.recovered.first) : 'never',
    row.recovered ? seconds(row.recovered.all) : 'never',
    `${missing.length} of ${issued}`,
    String(ambiguous.length),
    [...row.refused].map(([what, count]) => `${count} × ${what}`).join(', ') || 'none',
  ];
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
