import type { LoggedRequest } from '../../generated/platform/types.gen.ts';

const inOrder = ['identify', 'limit', 'wait', 'validate', 'handle', 'write'];

/** The stages of a call in their order, and as `rest` what none of them took. */
export function listStages({
  stages_ms,
  duration_ms,
}: Pick<LoggedRequest, 'stages_ms' | 'duration_ms'>): { name: string; milliseconds: number }[] {
  const place = (name: string) => (inOrder.includes(name) ? inOrder.indexOf(name) : inOrder.length);
  const stages = Object.entries(stages_ms)
    .map(([name, milliseconds]) => ({ name, milliseconds }))
    .sort((first, second) => place(first.name) - place(second.name));
  const rest = duration_ms - stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return rest > 0.005 ? [...stages, { name: 'rest', milliseconds: rest }] : stages;
}
