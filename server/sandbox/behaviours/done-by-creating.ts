import type { RecordBody } from '../../dialect/record-body.ts';
import { memoize } from '../../openapi/memoize.ts';
import { shapeOf } from '../../openapi/schema-shape.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { plain } from '../../plan/names.ts';
import type { OperationPlan } from '../../plan/plan-types.ts';
import type { ServedApi } from '../../plan/served-api.ts';
import { timeFor } from '../../records/make-record.ts';
import { bodyOf, type Call, clockOf, resourceOf } from './call.ts';

/** What a creation says that it does, and what has happened then. */
const deeds: [says: RegExp, done: RegExp][] = [
  [/^(sends?|sending|envi(ar?|e)|envía)\b/, /^(sent|enviad[oa])$/],
  [/^(submits?|submet(er|e))\b/, /^(submitted|submetid[oa])$/],
  [/^(issues?|emit(ir|e))\b/, /^(issued|emitid[oa])$/],
  [/^(publish(es)?|public(ar?|a))\b/, /^(published|publicad[oa])$/],
  [/^(posts?|postar?)\b/, /^(posted|postad[oa])$/],
  [/^(uploads?)\b/, /^uploaded$/],
  [/^(requests?|solicit(ar?|e))\b/, /^(requested|solicitad[oa])$/],
  [/^(registers?|registrar?)\b/, /^(registered|registrad[oa])$/],
];

/** The times of what creating a record has done: `Send a message` sets its `date_sent`. */
export function doneByCreating(call: Call): RecordBody {
  if (hasProfile(call.api)) return {};
  const sent = bodyOf(call);
  const times = timesOf(call.plan, call.api).filter((name) => !Object.hasOwn(sent, name));
  return Object.fromEntries(
    times.map((name) => [name, timeFor(call.api.document, resourceOf(call), name, clockOf(call))]),
  );
}

const timesOf = memoize(({ operation: { operation }, resource }: OperationPlan, { document }: ServedApi): string[] => {
  const texts = [operation.summary, operation.description].map((text = '') => text.trimStart().toLowerCase());
  const done = deeds.flatMap(([says, each]) => (texts.some((text) => says.test(text)) ? [each] : []));
  const { properties } = shapeOf(document, resource?.schema);
  return Object.keys(properties).filter((name) => {
    const deed = /^(?:date|time|data)?(.+?)(?:at|on|date|time|datetime|em|en)?$/.exec(plain(name))?.[1] ?? '';
    const { format = '' } = properties[name] ?? {};
    const isNamed = deed !== plain(name);
    return isNamed && done.some((each) => each.test(deed)) && (/^date/.test(format) || isNumber(name));
  });

  function isNumber(name: string): boolean {
    return shapeOf(document, properties[name]).types.has('integer');
  }
});
