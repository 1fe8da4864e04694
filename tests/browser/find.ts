// Finds a browser of the Chromium family for the tests and the demo, and installs Debian's where that is allowed.
import { posix, win32 } from 'node:path';
import { type Machine, thisMachine } from './machine.ts';

/**
 * path: the program. loads: how it takes an unpacked extension. Google's own Chrome (137 and later) ignores
 * --load-extension and wants it over the DevTools pipe; Chromium, Chrome for Testing and Edge take the flag.
 */
export type FoundBrowser = { path: string; loads: 'flag' | 'pipe' };

/** Names on the PATH, best first: those that take the flag before Google Chrome. */
const names = [
  'chromium',
  'chromium-browser',
  'chrome-for-testing',
  'microsoft-edge',
  'microsoft-edge-stable',
  'msedge',
  'google-chrome',
  'google-chrome-stable',
];

const macApps = ['Chromium', 'Google Chrome for Testing', 'Microsoft Edge', 'Google Chrome'];
const windowsPrograms = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
];
const linuxPrograms = ['/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/microsoft/msedge/msedge'];

function usualPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') {
    const folders = ['/Applications', posix.join(env.HOME ?? '', 'Applications')];
    return macApps.flatMap((app) => folders.map((f) => posix.join(f, `${app}.app`, 'Contents/MacOS', app)));
  }
  if (platform === 'win32') {
    const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(
      (f) => f !== undefined,
    );
    return windowsPrograms.flatMap((parts) => folders.map((folder) => win32.join(folder, ...parts)));
  }
  return [...linuxPrograms, '/opt/google/chrome/chrome'];
}

function onPath({ platform, env }: Machine): string[] {
  const { join, delimiter } = platform === 'win32' ? win32 : posix;
  const suffix = platform === 'win32' ? '.exe' : '';
  const folders = (env.PATH ?? env.Path ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
}

/** Google's own builds, told by where they are; Chrome for Testing is not one of them. */
const isGoogleChrome = (path: string) => /google[-\s\\/]?chrome/i.test(path) && !/testing/i.test(path);

const asFound = (path: string): FoundBrowser => ({ path, loads: isGoogleChrome(path) ? 'pipe' : 'flag' });

function look(machine: Machine): FoundBrowser | null {
  const places = [...onPath(machine), ...usualPlaces(machine)];
  // The same order of preference over both lists: whatever takes the flag goes first.
  const path = [...places.filter((p) => !isGoogleChrome(p)), ...places.filter(isGoogleChrome)].find(
    machine.runs,
  );
  return path === undefined ? null : asFound(path);
}

const isDebian = (machine: Machine) => /^ID(_LIKE)?=.*debian/m.test(machine.text('/etc/os-release'));

/**
 * The browser to use: STAGECHECK_BROWSER's, else the first on the PATH or in the usual places of Linux, macOS and
 * Windows, else Debian's own, installed here where we are root. Throws an Error of one line that says what to install.
 */
export function findBrowser(machine: Machine = thisMachine): FoundBrowser {
  const chosen = machine.env.STAGECHECK_BROWSER;
  if (chosen !== undefined && chosen !== '') {
    if (machine.runs(chosen)) return asFound(chosen);
    throw new Error(`STAGECHECK_BROWSER names ${chosen}, which is not a program that can be run.`);
  }
  const found = look(machine);
  if (found !== null) return found;
  if (isDebian(machine) && machine.root) {
    machine.say('No browser found: installing chromium with apt-get.');
    const installed =
      machine.run('apt-get', ['update']) && machine.run('apt-get', ['install', '-y', 'chromium']);
    const now = installed ? look(machine) : null;
    if (now !== null) return now;
    throw new Error(
      'apt-get could not install chromium: install Chromium by hand, or set STAGECHECK_BROWSER.',
    );
  }
  const how = isDebian(machine)
    ? 'run "apt-get install chromium" as root'
    : 'install Chromium, Edge or Chrome';
  throw new Error(`No browser found: ${how}, or set STAGECHECK_BROWSER to the path of one.`);
}
