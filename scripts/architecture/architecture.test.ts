import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { findCycles } from './find-cycles.ts';
import { browserRooms, folderRules, levelOf, roomOf, serverRooms, typesForAll } from './rooms.ts';
import { type Import, imports, sourceFiles } from './source-files.ts';

const own = imports.filter(({ isTest }) => !isTest);

test('folders import only what they may', () => {
  assert.ok(imports.length > 1000, 'Too few imports were found: the patterns read them no more.');
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [folderOf(from), folderOf(to)];
    return (
      here !== there && there in folderRules && !folderRules[here]?.some((allowed) => to.startsWith(`${allowed}/`))
    );
  });
  none(wrong, 'What two folders share is the document: read it from there, or generate it in scripts/.');
});

test('rooms of the server import down, never up and never sideways, types included', () => {
  none(upwards('server', serverRooms), 'Pass in what you need as an argument, or move the code to the lower room.');
});

test('rooms of the browser import down, never up and never sideways, types and late imports included', () => {
  none(
    upwards('src', browserRooms),
    'What two rooms share belongs below both: ui, documents, client, exchange or events.',
  );
});

test('no room of the server or of the browser is in a circle with another', () => {
  for (const folder of ['server', 'src']) {
    const arrows = within(folder).map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }));
    assert.deepEqual(findCycles(arrows.filter(({ from, to }) => from !== to)), []);
  }
});

test('no files are in a circle at run time', () => {
  const arrows = own.filter(({ isType, isLate }) => !isType && !isLate);
  assert.deepEqual(findCycles(arrows), [], 'Move what both need into a file of its own.');
});

test('steps of the pipeline do not import each other', () => {
  const inSteps = (path: string) => dirname(path) === 'server/pipeline/steps';
  const wrong = own.filter(({ from, to, isType }) => inSteps(from) && inSteps(to) && !isType);
  none(wrong, 'Take what the earlier step found as an argument; what both need belongs to a lower room.');
});

test('one file writes the table of records, and only the room of records calls it', () => {
  const table = 'server/records/record-table.ts';
  // Whoever names the table in another way than to read it may write it.
  const reads = /(selectFrom|innerJoin|leftJoin)\(\s*'record'|ExpressionBuilder<Tables, 'record'>/g;
  const inSql = /\b(insert\s+into|update|delete\s+from|truncate|merge\s+into)\s+"?record"?\b/i;
  const writers = sourceFiles.filter(
    ({ path, text, isTest }) =>
      path.startsWith('server/') &&
      !path.startsWith('server/db/migrations/') &&
      !isTest &&
      path !== table &&
      (inSql.test(text) ||
        (/from '(kysely|[./]+db\/.*)'/.test(text) && text.replaceAll(reads, '').includes("'record'"))),
  );
  assert.deepEqual(
    writers.map(({ path }) => path),
    [],
    'Call createRecord, changeRecord, removeRecord or putRecords: they keep the rules of the profile.',
  );
  const callers = own.filter(({ from, to }) => to === table && roomOf(from) !== 'records');
  none(
    callers.filter(({ from }) => from.startsWith('server/')),
    'Call what server/records/ offers: it keeps the rules of the profile.',
  );
});

/** The imports between the rooms of a folder; what is generated is nobody's room. */
function within(folder: string): Import[] {
  return own.filter(({ from, to }) =>
    [from, to].every(
      (path) => path.startsWith(`${folder}/`) && !path.includes('generated') && !typesForAll.includes(path),
    ),
  );
}

function upwards(folder: string, rooms: string[][]): Import[] {
  return within(folder).filter(({ from, to }) => roomOf(from) !== roomOf(to) && level(to) <= level(from));

  function level(path: string): number {
    const found = levelOf(rooms, roomOf(path));
    assert.notEqual(found, undefined, `${path}: scripts/architecture/rooms.ts knows no room "${roomOf(path)}"`);
    return found as number;
  }
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

function none(wrong: { from: string; to: string }[], instead: string): void {
  const lines = wrong.map(({ from, to }) => `${from} imports ${to}`);
  assert.deepEqual(lines, [], instead);
}
