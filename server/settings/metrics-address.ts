import type { Environment } from './read-setting.ts';

export interface MetricsAddress {
  host: string;
  port: number;
}

/** Reads `METRICS_ADDRESS`: where operators' figures are served; undefined where they are not. */
export function metricsAddress({ METRICS_ADDRESS: text }: Environment): MetricsAddress | undefined {
  if (!text) return undefined;
  const [, host = '', port = ''] = /^(\[[\da-f:.]+\]|[\w.-]+):(\d{1,5})$/i.exec(text) ?? [];
  if (!host || Number(port) < 1 || Number(port) > 65_535)
    throw new Error(`METRICS_ADDRESS must be an address and a port, such as 127.0.0.1:9464, not "${text}".`);
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}
