// Whether a message says that it was the rep's own key or click that brought the keyboard into our frame.

/** As much as is needed of what the browser says of a sender; a page has no part in it. */
type Sender = {
  id?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
};

/**
 * True for 'page.entered' (messages.ts) from our own content script at the top of the frame's own tab. `self`: the
 * extension's id; `tab`: the frame's own tab. Nobody else can send it: no page is externally_connectable, and what is
 * at the top of a tab with our frame in it is the CRM's page, where only our content script has our id.
 */
export function isEntered(message: unknown, sender: Sender, self: string, tab: number | undefined): boolean {
  const named = typeof message === 'object' && message !== null && 'name' in message;
  if (!named || message.name !== 'page.entered') return false;
  return sender.id === self && sender.frameId === 0 && tab !== undefined && sender.tab?.id === tab;
}
