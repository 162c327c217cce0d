/** A sample of a metric: the suffix of its name, its attributes, and its value. */
export interface Sample {
  suffix?: '_total' | '_bucket' | '_count' | '_sum';
  labels?: Record<string, string>;
  value: number;
}

/** A metric with its samples. Names are OpenTelemetry's, as Prometheus writes them: dots are underscores, and the unit ends it. */
export interface Metric {
  name: string;
  type: 'counter' | 'gauge' | 'histogram';
  unit?: 'seconds' | 'bytes' | 'ratio';
  help: string;
  samples: Sample[];
}

export const mediaType = 'application/openmetrics-text; version=1.0.0; charset=utf-8';

/** Writes metrics as OpenMetrics 1.0 text; those without samples are left out. */
export function writeOpenMetrics(metrics: Metric[]): string {
  const lines = metrics
    .filter(({ samples }) => samples.length > 0)
    .flatMap(({ name, type, unit, help, samples }) => [
      `# TYPE ${name} ${type}`,
      ...(unit ? [`# UNIT ${name} ${unit}`] : []),
      `# HELP ${name} ${escaped(help)}`,
      ...samples.map(({ suffix = '', labels = {}, value }) => `${name}${suffix}${written(labels)} ${value}`),
    ]);
  return `${[...lines, '# EOF'].join('\n')}\n`;
}

function written(labels: Record<string, string>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}
