import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';
import type { Metric } from './open-metrics.ts';

/** What the process uses: processor, memory, and how long its event loop is held. */
export function createProcessFigures() {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let delays = noDelays;
  let used = performance.eventLoopUtilization();

  /** Since the last time. */
  const readLoop = (): Metric[] => {
    const now = performance.eventLoopUtilization();
    const utilization = performance.eventLoopUtilization(now, used).utilization;
    used = now;
    // Right after another scrape there is nothing new to tell.
    if (delay.count > 0) delays = readDelays(delay);
    delay.reset();
    return [
      ...Object.entries(delays).map(([name, nanoseconds]): Metric => {
        return {
          name: `nodejs_eventloop_delay_${name}_seconds`,
          type: 'gauge',
          unit: 'seconds',
          help: `Event loop delay since the last scrape: ${name}.`,
          samples: [{ value: nanoseconds / 1e9 }],
        };
      }),
      {
        name: 'nodejs_eventloop_utilization_ratio',
        type: 'gauge',
        unit: 'ratio',
        help: 'Event loop utilization since the last scrape.',
        samples: [{ value: utilization }],
      },
    ];
  };

  return {
    read: (): Metric[] => [...readUsage(), ...readLoop()],
    stop: () => delay.disable(),
  };
}

/** Before anything was measured. */
const noDelays = { min: 0, max: 0, mean: 0, stddev: 0, p50: 0, p90: 0, p99: 0 };

function readDelays(delay: ReturnType<typeof monitorEventLoopDelay>): typeof noDelays {
  return {
    min: delay.min,
    max: delay.max,
    mean: delay.mean,
    stddev: delay.stddev,
    p50: delay.percentile(50),
    p90: delay.percentile(90),
    p99: delay.percentile(99),
  };
}

function readUsage(): Metric[] {
  const { user, system } = process.cpuUsage();
  return [
    {
      name: 'process_cpu_time_seconds',
      type: 'counter',
      unit: 'seconds',
      help: 'Processor time of the process, all threads.',
      samples: Object.entries({ user, system }).map(([mode, micros]) => {
        return { suffix: '_total', labels: { cpu_mode: mode }, value: micros / 1e6 };
      }),
    },
    {
      name: 'process_memory_usage_bytes',
      type: 'gauge',
      unit: 'bytes',
      help: 'Physical memory in use.',
      samples: [{ value: process.memoryUsage.rss() }],
    },
    {
      name: 'process_uptime_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: 'Time since the process began.',
      samples: [{ value: process.uptime() }],
    },
    {
      name: 'v8js_memory_heap_used_bytes',
      type: 'gauge',
      unit: 'bytes',
      help: 'Heap memory in use, by space.',
      samples: getHeapSpaceStatistics().map(({ space_name, space_used_size }) => {
        return { labels: { v8js_heap_space_name: space_name }, value: space_used_size };
      }),
    },
  ];
}
