// Hosts that a person grants: the browser's dialog for it stands outside of every page, its page of extensions doesn't.
import type { Launched } from '../../browser/launch.ts';

/** Grants these match patterns as a person does; a later question for them is then answered with yes by itself. */
export async function grantHosts(
  { context, extensionId }: Launched,
  patterns: readonly string[],
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions/');
  for (const pattern of patterns) {
    await page.evaluate(
      `chrome.developerPrivate.addHostPermission(${JSON.stringify(extensionId)}, ${JSON.stringify(pattern)})`,
    );
  }
  await page.close();
}
