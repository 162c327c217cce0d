import { findList } from '../list-calls.ts';
import { code, list } from '../markdown.ts';
import { probeLimit } from '../probe-limit.ts';
import { inItsLanguage, isSuccess, showCall } from '../show-call.ts';
import { type Section, say, type Works } from '../works.ts';

/** How many requests are accepted, where that is told, and what is answered above it. */
export async function limits(works: Works): Promise<Section | undefined> {
  const { limits: limiter, simulation } = works.api.profile;
  const facts = limiter && probeLimit(limiter);
  if (!limiter || !facts) return undefined;
  const { burst, delayedFrom, wait, perSecond, perMinute, headers } = facts;
  const told = [
    say(works, 'burst', { burst }),
    ...(delayedFrom === undefined ? [] : [say(works, 'delayed', { count: delayedFrom - 1 })]),
    perSecond > 0 ? say(works, 'perSecond', { count: perSecond }) : say(works, 'perMinute', { count: perMinute }),
    say(works, 'refused', {
      wait,
      header: [code('Retry-After'), ...(limiter.waitHeader ? [code(limiter.waitHeader)] : [])].join(say(works, 'and')),
    }),
  ];
  const parts = [say(works, 'perWorkspace'), list(told)];
  const found = await findList(works);
  if (!found) return { id: 'limits', title: say(works, 'limits'), parts };
  const names = headers.map((name) => name.toLowerCase());
  if (names.length > 0) {
    const shown = await showCall(works, found.call(), isSuccess, {
      head: new RegExp(`^(?:${names.join('|')})$`),
      spelling: headers,
    });
    if (shown) parts.push(say(works, 'toldInHeaders', { headers: headers.map(code).join(', ') }), ...shown.parts);
  }
  if (simulation !== false) {
    const call = inItsLanguage(works, found.call());
    const simulated = { ...call, headers: [...(call.headers ?? []), ['Prefer', 'code=429'] as [string, string]] };
    const head = new RegExp(
      `^(?:retry-after|${[...names, limiter.waitHeader?.toLowerCase() ?? 'retry-after'].join('|')})$`,
    );
    const shown = await showCall(works, simulated, ({ status }) => status === 429, {
      head,
      spelling: headers,
      body: true,
    });
    if (shown) parts.push(say(works, 'tooMany'), ...shown.parts);
  }
  return { id: 'limits', title: say(works, 'limits'), parts };
}
