// Whether a person could see a browser window here.

type Env = Readonly<Record<string, string | undefined>>;

/** True with a desktop: macOS and Windows outside CI, else where an X or Wayland display is named. */
export function hasDisplay(platform: NodeJS.Platform, env: Env): boolean {
  if (env.CI !== undefined && env.CI !== '' && env.CI !== 'false') return false;
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}
