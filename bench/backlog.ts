import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const peers = fileURLToPath(new URL('./peers/', import.meta.url));
const program = join(peers, 'node_modules', 'backlog.md', 'cli.js');

/** How many tasks are listed. */
export const TASKS = 5_000;

const CONFIG = `project_name: "Supply"
default_status: "To Do"
statuses: ["To Do", "In Progress", "Done"]
labels: []
date_format: yyyy-mm-dd
remote_operations: false
auto_commit: false
check_active_branches: false
task_prefix: "task"
`;

/**
 * Lets `backlog.md`, which keeps tasks as Markdown with YAML frontmatter, list a project of 5,000 tasks of about 1 kB.
 * @returns milliseconds; undefined where it does not run here or lists something else
 */
export async function timeBacklog(directory: string): Promise<number | undefined> {
  const project = join(directory, 'backlog-project');
  const tasks = join(project, 'backlog', 'tasks');
  await mkdir(tasks, { recursive: true });
  await writeFile(join(project, 'backlog', 'config.yml'), CONFIG);
  for (let n = 1; n <= TASKS; n += 1) await writeFile(join(tasks, `task-${n} - Deliver-${n}.md`), task(n));
  spawnSync('git', ['init', '--quiet'], { cwd: project });
  const path = join(project, 'list.txt');
  // Into a pipe it does not write everything.
  const out = openSync(path, 'w');
  const begin = performance.now();
  spawnSync(process.execPath, [program, 'task', 'list', '--plain'], {
    cwd: project,
    stdio: ['ignore', out, 'ignore'],
  });
  const milliseconds = performance.now() - begin;
  closeSync(out);
  const listed = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.includes('TASK-'));
  return listed.length === TASKS ? milliseconds : undefined;
}

function task(n: number): string {
  return [
    '---',
    `id: TASK-${n}`,
    `title: Deliver ${n}`,
    'status: To Do',
    'assignee: []',
    "created_date: '2026-11-27 08:00'",
    'labels: []',
    'dependencies: []',
    'ordinal: 1000',
    '---',
    '',
    '## Description',
    '',
    '<!-- SECTION:DESCRIPTION:BEGIN -->',
    'Receipt signed by the site, and a photo in the shared file. '.repeat(14),
    '<!-- SECTION:DESCRIPTION:END -->',
    '',
  ].join('\n');
}
