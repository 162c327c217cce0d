import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { findCycles } from './find-cycles.ts';
import { browserRooms, folderRules, levelOf, roomOf, serverRooms, typesForAll } from './rooms.ts';
import { type Import, imports, sourceFiles } from './source-files.ts';

const own = imports.filter(({ isTest }) => !isTest);

test('folders import only what they may', () => {
  assert.ok(imports.length > 1000, 'Too few imports were found: the patterns no longer match.');
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [folderOf(from), folderOf(to)];
    return (
      here !== there && there in folderRules && !folderRules[here]?.some((allowed) => to.startsWith(`${allowed}/`))
    );
  });
  none(wrong, 'What two folders share is the document: read it from there, or generate it in scripts/.');
});

test('rooms of the server import down, never up or sideways, types included', () => {
  none(upwards('server', serverRooms), 'Pass in what you need as an argument, or move the code to the lower room.');
});

test('rooms of the browser import down, never up or sideways, types and dynamic imports included', () => {
  none(
    upwards('src', browserRooms),
    'What two rooms share belongs below both: ui, documents, client, exchange or events.',
  );
});

test('no rooms of the server or of the browser import each other in a cycle', () => {
  for (const folder of ['server', 'src']) {
    const arrows = within(folder).map(({ from, to }) => ({ from: roomOf(from), to: roomOf(to) }));
    assert.deepEqual(findCycles(arrows.filter(({ from, to }) => from !== to)), []);
  }
});

test('no files import each other in a cycle at run time', () => {
  const arrows = own.filter(({ isType, isDynamic }) => !isType && !isDynamic);
  assert.deepEqual(findCycles(arrows), [], 'Move what both need into a separate file.');
});

test('of the context, the configuration and the log, only types are imported', () => {
  const makers = ['main', 'app', 'create-context', 'in-process', 'backup', 'write-clients'];
  const wrong = own.filter(
    ({ from, to, isType }) =>
      from.startsWith('server/') && typesForAll.includes(to) && !isType && !makers.includes(roomOf(from)),
  );
  none(wrong, 'Take what the context has as an argument.');
});

test('steps of the pipeline do not import each other', () => {
  const inSteps = (path: string) => dirname(path) === 'server/pipeline/steps';
  const wrong = own.filter(({ from, to, isType }) => inSteps(from) && inSteps(to) && !isType);
  none(wrong, 'Take what the earlier step found as an argument; what both need belongs to a lower room.');
});

test('one file writes the record table, and only the records room calls it', () => {
  const table = 'server/records/record-table.ts';
  // Any mention of the table other than a read may be a write.
  const reads = /(selectFrom|innerJoin|leftJoin)\(\s*'record'|ExpressionBuilder<Tables, 'record'>/g;
  const changes = /(insertInto|updateTable|deleteFrom|mergeInto|replaceInto)\(\s*'record'/;
  const inSql = /\b(insert\s+into|update|delete\s+from|truncate|merge\s+into)\s+"?record"?\b/i;
  const writers = sourceFiles.filter(
    ({ path, text, isTest }) =>
      path.startsWith('server/') &&
      !path.startsWith('server/db/migrations/') &&
      !isTest &&
      path !== table &&
      (inSql.test(text) ||
        changes.test(text) ||
        (/from '(kysely|[./]+db\/.*)'/.test(text) && text.replaceAll(reads, '').includes("'record'"))),
  );
  assert.deepEqual(
    writers.map(({ path }) => path),
    [],
    'Call createRecord, changeRecord, removeRecord or putRecords: they enforce the rules of the profile.',
  );
  const callers = own.filter(({ from, to }) => to === table && roomOf(from) !== 'records');
  none(
    callers.filter(({ from }) => from.startsWith('server/')),
    'Call what server/records/ offers: it enforces the rules of the profile.',
  );
});

/** The imports between the rooms of a folder, except generated files. */
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
