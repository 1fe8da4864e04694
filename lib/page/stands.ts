// Whether our element is in its place and drawn as it is: what the frame in it can't see, and no observer tells it.

/**
 * What the root may not have: it would hide a part of us, shrink us or move us, and some of it (a mask, a clip) leaves
 * the frame's own observer content. The plain value of each is one of these.
 */
const NAMES =
  'clip clip-path mask-image mask-border-source -webkit-mask-box-image-source -webkit-box-reflect contain content-visibility opacity filter transform perspective mix-blend-mode zoom';
const PLAIN = /^(|none|auto|normal|visible|1)$/;

/** True while the element is a child of the root, and neither is clipped, masked, faded, zoomed or moved by a style. */
export function stands(host: HTMLElement & { readonly currentCSSZoom?: number }): boolean {
  const root = document.documentElement;
  return host.parentNode === root && (host.currentCSSZoom ?? 1) === 1 && isPlain(root) && isPlain(host);
}

function isPlain(element: Element): boolean {
  const style = getComputedStyle(element);
  return NAMES.split(' ').every((name) => PLAIN.test(style.getPropertyValue(name)));
}
