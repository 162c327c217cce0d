import { defineCommand } from '../command.ts';

/** `cais doctor`: whether what a portal and its tests need is there. */
export const doctor = defineCommand({
  name: 'doctor',
  summary: 'Looks for what would keep a portal, or its tests, from running',
  usage: '',
  options: {},
  more: `It checks, by the settings of this environment, Node, the ports, the data folder, the database, the
documents and the browser of the tests, and changes nothing. Exit code 1 tells of something to repair.`,
  run: async () => (await import('./examine.ts')).examine(),
});
