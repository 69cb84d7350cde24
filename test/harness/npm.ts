import { type RunOptions, runChecked } from './processes.ts';

/** Runs npm with the npm that runs us, else with the one on the PATH. */
export function npm(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? runChecked(process.execPath, [cli, ...args], options)
    : runChecked(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}
