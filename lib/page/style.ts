// How the launcher, the frame and its handle look. A constructed sheet: the host's content security policy can't block it.

const BAR = 'linear-gradient(currentColor 0 0)';

/**
 * The box is a popover: the browser draws it over the page by itself, so no look of the page's root (a mask, a clip, a
 * filter) reaches it, also for the one frame in which no script can see it. What a popover looks like is taken back.
 * No property with a name of our own: a page can say of any such name what it is worth. What changes panel.ts sets.
 * The sidebar on the left is the same thing with the writing direction turned, so only inline-end is ever named.
 * The handle lies beside the frame, not over its edge: a browser calls a frame covered where anything lies over it.
 */
export const CSS = `:host{all:initial!important;position:fixed!important;z-index:2147483000!important;color-scheme:light dark!important}
@media print{:host{display:none!important}}
*{position:fixed;box-sizing:border-box}
div{inset:auto;width:0;height:0;margin:0;border:0;padding:0;overflow:visible;background:none}
iframe,i{top:0;height:100%;inset-inline-end:0}
iframe{max-width:100vw;border:0;background:Canvas;color-scheme:light dark;box-shadow:0 0 20px #0004}
i{width:8px;cursor:ew-resize;touch-action:none}
button{inset-inline-end:0;width:28px;height:48px;padding:5px;border:1px solid #8886;border-inline-end:0;border-start-start-radius:8px;border-end-start-radius:8px;background:Canvas;color:#4046b8;color:light-dark(#4046b8,#a9afff);cursor:pointer;touch-action:none}
button::before{content:"";display:block;position:static;height:15px;background:${BAR}0 100%/4px 5px,${BAR}50% 100%/4px 10px,${BAR}100% 100%/4px 15px;background-repeat:no-repeat}
:not(iframe):focus-visible{outline:2px solid #6f76e8;outline-offset:-2px}
[hidden]{display:none}`;
