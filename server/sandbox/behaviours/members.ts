import type { RecordBody } from '../../dialect/record-body.ts';
import { findMemberList, type MemberList } from '../../plan/find-member-list.ts';
import { hasProfile } from '../../plan/has-profile.ts';
import { plain, singularOf } from '../../plan/names.ts';
import { bodyOf, type Call } from './call.ts';

/** What is left of a list of a record, or added to it, by an action such as `addTag`; undefined where it changes none. */
export function changedMembers(call: Call, before: RecordBody): RecordBody | undefined {
  const list = hasProfile(call.api) ? undefined : findMemberList(call.plan, call.api.document);
  const sent = list && sentMembers(call, list);
  if (!list || !sent) return undefined;
  const idOf = (each: unknown) => String(list.key === undefined ? each : (each as RecordBody | null)?.[list.key]);
  const known = Array.isArray(before[list.property]) ? (before[list.property] as unknown[]) : [];
  const ids = new Set(sent.map(idOf));
  const others = known.filter((each) => !ids.has(idOf(each)));
  return { [list.property]: list.isRemoval ? others : [...others, ...sent] };
}

/** The members in a request, as the list has them: `{"tag": "12"}`, `{"tags": ["12", "13"]}`. */
function sentMembers(call: Call, { property, key }: MemberList): unknown[] | undefined {
  const sent = Object.entries(unwrapped(bodyOf(call)));
  const [, value] = sent.find(([name]) => plain(singularOf(name)).startsWith(plain(singularOf(property)))) ?? [];
  if (value === undefined || value === null) return undefined;
  const all = [value].flat();
  return all.map((each) => (key === undefined || typeof each === 'object' ? each : { [key]: each }));
}

/** An action takes no record, and so its wrapper is none of a record: `{"data": {"tag": "12"}}`. */
function unwrapped(body: RecordBody): RecordBody {
  const [inner, other] = Object.values(body);
  const isWrapped = other === undefined && typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return isWrapped ? (inner as RecordBody) : body;
}
