// Whether our element is in its place, as large as it is made and over the page: what the frame in it can't see.

type Zoomed = { readonly currentCSSZoom?: number };

/**
 * True while the element is a child of the root, nothing zooms it, and its box is drawn over the page by the browser: no
 * look of what is around it reaches it then. An <html> has no shadow tree, and no box of its own that it shows us in.
 */
export function stands(host: HTMLElement & Zoomed, box: HTMLElement): boolean {
  const root = document.documentElement;
  const home = root instanceof HTMLHtmlElement && host.parentNode === root;
  return home && (host.currentCSSZoom ?? 1) === 1 && box.matches(':popover-open');
}
