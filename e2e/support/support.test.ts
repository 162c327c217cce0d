// Tests for the code that checks the guides: it proves something only if it can reject.
import { expect, test } from '@playwright/test';
import { differences } from './differences.ts';
import { performProjectGuide } from './guide-project.ts';
import { performGuide } from './guide-runner.ts';
import { withFolder } from './portal-test.ts';
import { readBlocks } from './read-guide.ts';
import { openShell } from './shell.ts';

test('blocks are read in order, with their line numbers', () => {
  const markdown = 'Text\n\n```bash\ncurl x\n```\n\n- item\n\n  ```json title="an exact x" exact\n  {}\n  ```\n';
  expect(readBlocks(markdown)).toEqual([
    { language: 'bash', code: 'curl x\n', line: 3 },
    { language: 'json', code: '{}\n', line: 9, title: 'an exact x', exact: true },
  ]);
});

test('other values are no difference; other names, types, lengths or codes are', () => {
  expect(differences({ id: 'a', tags: ['x'] }, { id: 'b', tags: ['y', 'z'] })).toEqual([]);
  expect(differences({ id: 'a' }, { id: 1 })).toHaveLength(1);
  expect(differences({ id: 'a' }, { id: 'a', name: 'b' })).toHaveLength(1);
  expect(differences({ id: 'a', name: 'b' }, { id: 'a' })).toHaveLength(1);
  expect(differences([{ a: 1 }], [])).toHaveLength(1);
  expect(differences({ errors: [{ code: 'required' }] }, { errors: [{ code: 'invalid' }] })).toHaveLength(1);
});

test('a guide runs in one session, and fails if it shows something wrong', async () => {
  await withFolder(async (folder) => {
    const shell = openShell({}, folder);
    const perform = (markdown: string) => performGuide('guide.md', readBlocks(markdown), shell, folder);
    await perform('```bash\nexport A=1\n```\n```bash\nprintf \'{"a":%s}\' $A\n```\n```json\n{"a": 2}\n```\n');
    await perform(
      '```bash\nexport CAIS_KEY=k\n```\n```js\nconsole.log(JSON.stringify(process.env.CAIS_KEY))\n```\n```json\n"x"\n```\n',
    );
    await expect(perform('```bash\necho \'{"a":1}\'\n```\n```json\n{"b": 2}\n```\n')).rejects.toThrow('guide.md:4');
    await expect(perform('```bash\necho 1\n```\n```json exact\n2\n```\n')).rejects.toThrow('guide.md:4');
    await expect(perform('```bash\nfalse\n```\n')).rejects.toThrow('ended with an error');
    const head = "printf 'HTTP/1.1 404 Not Found\\r\\nX-Id: 1\\r\\n\\r\\n'";
    await perform(`\`\`\`bash\n${head}\n\`\`\`\n\`\`\`http\nHTTP/1.1 404\nX-Id: 2\n\`\`\`\n`);
    await expect(perform(`\`\`\`bash\n${head}\n\`\`\`\n\`\`\`http\nHTTP/1.1 200\n\`\`\`\n`)).rejects.toThrow();
    await expect(perform(`\`\`\`bash\n${head}\n\`\`\`\n\`\`\`http\nHTTP/1.1 404\nLink: 2\n\`\`\`\n`)).rejects.toThrow();
    shell.end();
  });
});

test('the files of a guide fail if they have type errors', async () => {
  test.slow();
  const file = `\`\`\`ts title="specs/x/sandbox.ts"\nexport const profile: number = 'one';\n\`\`\`\n`;
  await withFolder((folder) =>
    expect(performProjectGuide('guide.md', file, folder)).rejects.toThrow(
      "Type 'string' is not assignable to type 'number'",
    ),
  );
});
