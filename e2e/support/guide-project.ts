import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { startPortal } from '../../scripts/portal-process.ts';
import { projectNode, root } from '../../scripts/run-child.mjs';
import { freePort } from '../../server/net/free-port.ts';
import { performGuide } from './guide-runner.ts';
import { serverSettings } from './portal-test.ts';
import { type Block, readBlocks } from './read-guide.ts';
import { openShell } from './shell.ts';

/** Whether a block is a project file that the reader should create. */
export function isFile({ title }: Block): boolean {
  return title?.startsWith('specs/') ?? false;
}

/**
 * Performs a guide that builds an API. All its files together must pass the type check. After each group of files, a new
 * server must behave as the following blocks show.
 */
export async function performProjectGuide(guide: string, markdown: string, folder: string): Promise<void> {
  const port = await freePort();
  const stages = stagesOf(readBlocks(markdown.replaceAll('http://localhost:3000', `http://127.0.0.1:${port}`)));
  const projects = stages.map((_, index) => {
    const project = join(folder, `stage-${index}`);
    layOutProject(
      project,
      stages.slice(0, index + 1).flatMap(({ files }) => files),
    );
    return project;
  });
  checkTypes(guide, folder);

  const settings = serverSettings(folder);
  // The reader's project has only the guide's API.
  const shell = openShell({ SPECS_PATH: 'specs' }, folder);
  try {
    for (const [index, project] of projects.entries()) {
      const specs = [settings.SPECS_PATH, join(project, 'specs')].join(delimiter);
      const portal = await startPortal({ ...settings, SPECS_PATH: specs }, { port });
      try {
        await shell.run(`cd ${project}`);
        await performGuide(guide, stages[index]?.rest ?? [], shell, folder);
      } finally {
        await portal.end();
      }
    }
  } finally {
    shell.end();
  }
}

interface Stage {
  files: Block[];
  rest: Block[];
}

/** A group of files, and the blocks that follow. */
function stagesOf(blocks: Block[]): Stage[] {
  const stages: Stage[] = [];
  let stage: Stage | undefined;
  for (const block of blocks) {
    if (!stage || (isFile(block) && stage.rest.length > 0)) {
      stage = { files: [], rest: [] };
      stages.push(stage);
    }
    (isFile(block) ? stage.files : stage.rest).push(block);
  }
  return stages;
}

/** Creates the project as the reader has it at this stage: the server, and only the guide's APIs. */
function layOutProject(project: string, files: Block[]): void {
  mkdirSync(join(project, 'specs'), { recursive: true });
  for (const name of ['server', 'cli', 'node_modules']) symlinkSync(join(root, name), join(project, name), 'dir');
  for (const name of ['package.json', 'specs/package.json']) copyFileSync(join(root, name), join(project, name));
  for (const { title = '', code } of files) {
    mkdirSync(dirname(join(project, title)), { recursive: true });
    writeFileSync(join(project, title), code);
  }
}

function checkTypes(guide: string, folder: string): void {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const types = { extends: join(root, 'tsconfig.node.json'), include: ['*/specs'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(types));
  const tsc = join(root, 'node_modules/typescript-native/bin/tsc');
  const { status, stdout } = spawnSync(projectNode, [tsc, '-p', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The files of ${guide} have type errors:\n${stdout}`);
}
