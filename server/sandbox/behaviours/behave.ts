import type { Role } from '../../plan/plan-types.ts';
import { act } from './act.ts';
import type { Behaviour } from './call.ts';
import { count } from './count.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { removeSingleton } from './delete-singleton.ts';
import { keep } from './keep.ts';
import { list } from './list.ts';
import { removeMany, writeMany } from './many.ts';
import { read, readSingleton } from './read.ts';
import { represent } from './represent.ts';
import { stateless } from './stateless.ts';
import { change, replace, writeSingleton } from './update.ts';

/** What an operation does, by the role that the plan gave it. What is gone was refused before. */
const behaviours: Record<Exclude<Role, 'gone'>, Behaviour> = {
  list,
  count,
  create,
  read,
  replace,
  change,
  delete: remove,
  'read-singleton': readSingleton,
  'write-singleton': writeSingleton,
  'delete-singleton': removeSingleton,
  'write-many': writeMany,
  'delete-many': removeMany,
  act,
  represent,
  keep,
  stateless,
};

/** The behaviour of an operation without a handler. */
export function getBehaviour(role: Role): Behaviour {
  if (role === 'gone') throw new Error('An operation that is gone does nothing.');
  return behaviours[role];
}
