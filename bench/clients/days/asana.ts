import { allPages, type Day, holds, keeps, lacks, lists, type Sdk } from '../day.ts';
import type { Place } from '../place.ts';

export async function asana(day: Day, sdk: Sdk, { url, key }: Place): Promise<void> {
  const client = (sdk.default ?? sdk).ApiClient.instance;
  const of = (name: string) => new (sdk.default ?? sdk)[name]();
  client.basePath = url;
  client.authentications.token.accessToken = key;
  const [workspaces, projects, tasks, sections, stories, tags, attachments] = [
    'WorkspacesApi',
    'ProjectsApi',
    'TasksApi',
    'SectionsApi',
    'StoriesApi',
    'TagsApi',
    'AttachmentsApi',
  ].map(of);
  const spaces = await day.step(
    'workspaces',
    () => workspaces.getWorkspaces({}),
    ({ data }) => holds(data.length > 0, 'none'),
  );
  const workspace = spaces?.data?.[0]?.gid;
  const project = await day.step(
    'create a project',
    () => projects.createProjectForWorkspace({ data: { name: 'Launch', notes: 'All of it' } }, workspace, {}),
    ({ data }) => keeps(data, { name: 'Launch', notes: 'All of it', workspace: { gid: workspace } }),
  );
  const gid = project?.data?.gid;
  await day.step(
    'read it',
    () => projects.getProject(gid, {}),
    ({ data }) => keeps(data, { gid, name: 'Launch' }),
  );
  const sent = { name: 'Write', notes: 'A text', completed: false, due_on: '2027-01-31' };
  const task = await day.step(
    'create a task',
    () => tasks.createTask({ data: { ...sent, workspace, projects: [gid] } }, {}),
    ({ data }) => keeps(data, sent),
  );
  const id = task?.data?.gid;
  await day.step(
    'read the task',
    () => tasks.getTask(id, {}),
    ({ data }) => keeps(data, { gid: id, ...sent }),
  );
  await day.step(
    'complete it',
    () => tasks.updateTask({ data: { completed: true } }, id, {}),
    ({ data }) => keeps(data, { ...sent, completed: true }),
  );
  await day.step(
    'tasks of the project',
    () => tasks.getTasksForProject(gid, {}),
    ({ data }) => lists(data, [id], 'gid'),
  );
  const gids = [id];
  await day.step('create more', async () => {
    for (let count = 0; count < 9; count++)
      gids.push((await tasks.createTask({ data: { name: `Task ${count}`, workspace } }, {})).data.gid);
  });
  await day.step(
    'walk all pages',
    async () => {
      let page = await tasks.getTasks({ limit: 4 });
      return allPages(async (count) => {
        if (count > 0) page = await page.nextPage();
        return page.data ?? undefined;
      });
    },
    (got) => lists(got, gids, 'gid'),
  );
  const section = await day.step(
    'create a section',
    () => sections.createSectionForProject(gid, { body: { data: { name: 'Doing', project: gid } } }),
    ({ data }) => keeps(data, { name: 'Doing' }),
  );
  await day.step(
    'sections',
    () => sections.getSectionsForProject(gid, {}),
    ({ data }) => lists(data, [section.data.gid], 'gid'),
  );
  const story = await day.step(
    'comment',
    () => stories.createStoryForTask({ data: { text: 'Well done' } }, id, {}),
    ({ data }) => keeps(data, { text: 'Well done' }),
  );
  await day.step(
    'comments of the task',
    () => stories.getStoriesForTask(id, {}),
    ({ data }) => lists(data, [story.data.gid], 'gid'),
  );
  const child = await day.step(
    'create a subtask',
    () => tasks.createSubtaskForTask({ data: { name: 'Proof-read' } }, id, {}),
    ({ data }) => keeps(data, { name: 'Proof-read' }),
  );
  await day.step(
    'subtasks',
    () => tasks.getSubtasksForTask(id, {}),
    ({ data }) => lists(data, [child.data.gid], 'gid'),
  );
  const tag = await day.step(
    'create a tag',
    () => tags.createTag({ data: { name: 'urgent', workspace } }, {}),
    ({ data }) => keeps(data, { name: 'urgent' }),
  );
  await day.step('tag the task', () => tasks.addTagForTask({ data: { tag: tag.data.gid } }, id));
  await day.step(
    'tags of the task',
    () => tags.getTagsForTask(id, {}),
    ({ data }) => lists(data, [tag.data.gid], 'gid'),
  );
  await day.step(
    'attach a file',
    () => attachments.createAttachmentForObject({ parent: id, file: Buffer.from('text'), name: 'a.txt' }),
    ({ data }) => keeps(data, { name: 'a.txt' }),
  );
  await day.step('delete the task', () => tasks.deleteTask(id));
  await day.refused('read what is deleted', 404, () => tasks.getTask(id, {}));
  await day.step(
    'it is in no list',
    () => tasks.getTasks({ limit: 100 }),
    ({ data }) => lacks(data, [id], 'gid'),
  );
}
