import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createProgram } from '../../src/cli/program.ts';
import { checks } from '../../src/core/checks/registry.ts';
import { STATES } from '../../src/core/commitments/commitment.ts';
import { inFolder, parley } from './run.ts';

const has = (shell: string) => spawnSync(shell, ['--version']).status === 0;

/** What bash offers for words, the last of which is being written. */
async function inBash(...words: readonly string[]): Promise<readonly string[]> {
  const { out: script } = await parley(['completion', 'bash']);
  const quoted = ['parley', ...words].map((word) => `'${word}'`).join(' ');
  const ask = `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _parley; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', `${script}\n${ask}`], { encoding: 'utf8' });
  assert.equal(stderr, '');
  return stdout.split('\n').filter(Boolean);
}

describe('parley completion', () => {
  const commands = createProgram().commands.map((command) => command.name());

  if (has('bash')) {
    it('offers bash the commands, and the options of each', async () => {
      assert.deepEqual(await inBash(''), [...commands, 'help']);
      assert.deepEqual(await inBash('li'), ['list']);
      for (const command of createProgram().commands) {
        const offered = await inBash(command.name(), '--');
        for (const { long } of command.options)
          assert.ok(offered.includes(long!), `${command.name()} ${long}`);
      }
    });

    it('offers bash the words that an option or an argument takes', async () => {
      assert.deepEqual(await inBash('check', '--format', ''), ['text', 'json', 'sarif', 'github']);
      assert.deepEqual(await inBash('check', '--format', '=', 'j'), ['json']);
      assert.deepEqual(await inBash('check', '--format='), [
        '--format=text',
        '--format=json',
        '--format=sarif',
        '--format=github',
      ]);
      assert.deepEqual(
        await inBash('explain', ''),
        checks.map(({ id }) => id),
      );
      assert.deepEqual(await inBash('explain', 'no-ow'), ['no-owner']);
      assert.deepEqual(await inBash('help', 'ne'), ['new']);
      assert.deepEqual(await inBash('completion', ''), ['bash', 'zsh', 'fish']);
    });

    it('offers bash further words after commas, each once', async () => {
      assert.deepEqual(await inBash('list', '--state', ''), [...STATES]);
      assert.deepEqual(await inBash('list', '--state', 'done,du'), ['done,due-today', 'done,due-soon']);
      assert.ok(!(await inBash('list', '--state', 'done,')).includes('done,done'));
    });

    it('leaves paths and what is free to bash', async () => {
      assert.deepEqual(await inBash('check', ''), []);
      assert.deepEqual(await inBash('list', '--today', ''), []);
      assert.deepEqual(await inBash('check', '--fix', ''), []);
    });
  }

  if (has('fish'))
    it('offers fish commands, options, words and paths', () =>
      inFolder({ 'a b.md': '' }, async (cwd) => {
        const { out: script } = await parley(['completion', 'fish']);
        const offered = (line: string) => {
          const ask = `${script}\ncomplete -C '${line}'`;
          const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', ask], { cwd, encoding: 'utf8' });
          assert.equal(stderr, '');
          return stdout
            .split('\n')
            .filter(Boolean)
            .map((one) => one.split('\t')[0]);
        };
        assert.deepEqual(offered('parley ').sort(), [...commands, 'help'].sort());
        assert.deepEqual(offered('parley check --format '), ['github', 'json', 'sarif', 'text']);
        assert.deepEqual(offered('parley list --state done,over'), ['done,overdue']);
        assert.deepEqual(offered('parley explain no-ow'), ['no-owner']);
        assert.deepEqual(offered('parley check '), ['a b.md']);
        assert.deepEqual(offered('parley help check --'), []);
      }));

  if (has('zsh'))
    it('is a script that zsh reads', async () => {
      const { out } = await parley(['completion', 'zsh']);
      const { status, stderr } = spawnSync('zsh', ['-n'], { input: out, encoding: 'utf8' });
      assert.deepEqual([status, stderr], [0, '']);
    });
});
