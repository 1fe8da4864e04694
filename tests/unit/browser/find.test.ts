// The search for a browser on machines of every kind, with their files and commands made up.
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../browser/find.ts';
import type { Machine } from '../../browser/machine.ts';

type Made = { files?: string[]; commands?: string[]; os?: string } & Partial<
  Pick<Machine, 'platform' | 'env' | 'root'>
>;

/** A machine with these programs; apt-get puts chromium into place unless `commands` already holds 'broken'. */
function machine(made: Made) {
  const files = new Set(made.files);
  const ran: string[] = [];
  const built: Machine = {
    platform: made.platform ?? 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin', HOME: '/home/kim', ...made.env },
    root: made.root ?? false,
    runs: (path) => files.has(path),
    text: (path) => (path === '/etc/os-release' ? (made.os ?? '') : ''),
    run(command, args) {
      ran.push([command, ...args].join(' '));
      if (made.commands?.includes('broken')) return false;
      if (args.includes('install')) files.add('/usr/bin/chromium');
      return true;
    },
    say: () => {},
  };
  return { built, ran };
}

const debian = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n';

describe('findBrowser', () => {
  it('takes the one that is named, before any other', () => {
    const { built } = machine({
      files: ['/usr/bin/chromium', '/opt/own/chrome'],
      env: { STAGECHECK_BROWSER: '/opt/own/chrome' },
    });
    expect(findBrowser(built)).toEqual({ path: '/opt/own/chrome', loads: 'flag' });
  });

  it('says so when the named one is not there, and looks no further', () => {
    const { built } = machine({ files: ['/usr/bin/chromium'], env: { STAGECHECK_BROWSER: '/nowhere' } });
    expect(() => findBrowser(built)).toThrow('STAGECHECK_BROWSER names /nowhere');
  });

  it.each([
    ['Chromium on the PATH', { files: ['/usr/bin/chromium'] }, '/usr/bin/chromium', 'flag'],
    ['Google Chrome alone', { files: ['/usr/bin/google-chrome'] }, '/usr/bin/google-chrome', 'pipe'],
    [
      'a snap before Google Chrome on the PATH',
      { files: ['/usr/bin/google-chrome', '/snap/bin/chromium'] },
      '/snap/bin/chromium',
      'flag',
    ],
    [
      'Edge on a Mac before Chrome',
      {
        platform: 'darwin' as const,
        files: [
          '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
          '/home/kim/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
        ],
      },
      '/home/kim/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'flag',
    ],
    [
      'Chrome for Testing on a Mac',
      {
        platform: 'darwin' as const,
        files: ['/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'],
      },
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'flag',
    ],
    [
      'Chrome on Windows',
      {
        platform: 'win32' as const,
        env: { PROGRAMFILES: 'C:\\Program Files' },
        files: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
      },
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'pipe',
    ],
  ])('finds %s', (_name, made, path, loads) => {
    expect(findBrowser(machine(made).built)).toEqual({ path, loads });
  });

  it('installs Debian’s chromium where it may', () => {
    const { built, ran } = machine({ os: debian, root: true });
    expect(findBrowser(built)).toEqual({ path: '/usr/bin/chromium', loads: 'flag' });
    expect(ran).toEqual(['apt-get update', 'apt-get install -y chromium']);
  });

  it('names the way out when the installation fails', () => {
    const { built } = machine({ os: debian, root: true, commands: ['broken'] });
    expect(() => findBrowser(built)).toThrow('apt-get could not install chromium');
  });

  it('installs nothing without root’s rights, and says what to run', () => {
    const { built, ran } = machine({ os: debian });
    expect(() => findBrowser(built)).toThrow('apt-get install chromium');
    expect(ran).toEqual([]);
  });

  it('says what to install elsewhere', () => {
    const { built, ran } = machine({ platform: 'darwin', root: true });
    expect(() => findBrowser(built)).toThrow('install Chromium, Edge or Chrome');
    expect(ran).toEqual([]);
  });
});
