// What finding a browser needs to know of the machine, in one type, so that its test can bring its own.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';

export type Machine = {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  root: boolean;
  /** Is there a file that may be run? */
  runs(path: string): boolean;
  /** A text file's content, '' where there is none. */
  text(path: string): string;
  /** Runs a command to its end with its output shown; true: it ended well. */
  run(command: string, args: readonly string[]): boolean;
  say(line: string): void;
};

/** Whether this process has root's rights, so that Chromium would refuse its own sandbox. */
export const isRoot = (): boolean => process.getuid?.() === 0;

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  root: isRoot(),
  runs(path) {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
  text(path) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  },
  run(command, args) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return spawnSync(command, [...args], { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0;
  },
  say: (line) => console.log(line),
};
