// How the launcher, the frame and its handle look. A constructed sheet: the host's content security policy can't block it.

/**
 * The sidebar on the left is the same thing with the writing direction turned, so only inline-end is ever named.
 * --w: the frame's width; --edge: where the launcher stands off the window's edge; --y: its height.
 */
export const CSS = `
:host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;z-index:2147483000!important;color-scheme:light dark!important}
@media print{:host{display:none!important}}
*{position:fixed;box-sizing:border-box}
iframe,i{top:0;height:100%}
iframe{inset-inline-end:0;width:var(--w);max-width:100vw;border:0;background:Canvas;color-scheme:light dark;box-shadow:0 0 20px #0004}
i{inset-inline-end:calc(min(var(--w),100vw) - 4px);width:8px;cursor:ew-resize;touch-action:none}
button{top:clamp(28px,var(--y),calc(100% - 28px));inset-inline-end:var(--edge);width:28px;height:48px;margin:-24px 0 0;padding:0;border:1px solid #8886;border-inline-end:0;border-start-start-radius:8px;border-end-start-radius:8px;background:Canvas;color:#1f6feb;cursor:pointer;touch-action:none}
button::before{content:"";display:block;width:16px;height:15px;margin:auto;background:linear-gradient(currentColor 0 0)0 100%/4px 5px,linear-gradient(currentColor 0 0)50% 100%/4px 10px,linear-gradient(currentColor 0 0)100% 100%/4px 15px;background-repeat:no-repeat}
:focus-visible{outline:2px solid #1f6feb;outline-offset:-2px}
@media(prefers-color-scheme:dark){button,:focus-visible{color:#79b0ff;outline-color:#79b0ff}}
[hidden]{display:none}
`;
