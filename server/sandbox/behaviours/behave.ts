import type { Role } from '../../plan/plan-types.ts';
import { act } from './act.ts';
import type { Behaviour } from './call.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { gone } from './gone.ts';
import { list } from './list.ts';
import { read, readSingleton } from './read.ts';
import { represent } from './represent.ts';
import { stateless } from './stateless.ts';
import { change, replace, writeSingleton } from './update.ts';

/** What an operation does, by the role that the plan gave it. */
export const behaviours: Record<Role, Behaviour> = {
  list,
  create,
  read,
  replace,
  change,
  delete: remove,
  'read-singleton': readSingleton,
  'write-singleton': writeSingleton,
  act,
  represent,
  gone,
  stateless,
};
