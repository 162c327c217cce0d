import { type Environment, oneOf } from './read-setting.ts';

/** Whether a fault of one API ends the start or the build, as a continuous integration wants it; `1` is another word for `on`. */
export function isStrict(env: Environment): boolean {
  return oneOf(env, 'STRICT', ['off', 'on', '1']) !== 'off';
}
