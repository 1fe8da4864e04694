// The address of a page, where it is one that a CRM can have. Goes into the content script: keep it tiny.

/** null for anything but https on its own port, without a user in it. */
export function pageUrl(url: string): URL | null {
  if (!URL.canParse(url)) return null;
  const at = new URL(url);
  return at.href.startsWith(`https://${at.hostname}/`) ? at : null;
}
