// JavaScript, because whatever starts Cais asks first, with a Node that may be older.

/** The oldest Node.js that starts Cais in a clone, where it hands over to the project's own. */
export const oldestToStart = '20.0';

/** The oldest that runs the server, as in an installed package: `crypto.randomUUIDv7` is new in it. */
export const oldestToRun = '26.1';

/**
 * Whether a version, `26.10.0`, is another one or newer, `26.1`.
 * @param {string} version
 * @param {string} oldest
 */
export function isAtLeast(version, oldest) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * What to do where this Node is too old; undefined where it is not.
 * @param {string} oldest
 */
export function findTooOld(oldest) {
  const { node } = process.versions;
  const needed = oldest.replace(/\.0$/, '');
  return isAtLeast(node, oldest) ? undefined : `Cais needs Node.js ${needed} or newer, and this is ${node}.`;
}
