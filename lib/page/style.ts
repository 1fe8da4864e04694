// How the launcher, the frame and its handle look. A constructed sheet: the host's content security policy can't block it.

/**
 * The sidebar on the left is the same thing with the writing direction turned, so only inline-end is ever named.
 * --w: the frame's width; --y: the launcher's height.
 * The handle lies beside the frame, not over its edge: a browser calls a frame covered where anything lies over it.
 */
export const CSS = `:host{all:initial!important;position:fixed!important;z-index:2147483000!important;color-scheme:light dark!important}
@media print{:host{display:none!important}}
*{position:fixed;box-sizing:border-box}
iframe,i{top:0;height:100%;inset-inline-end:0}
iframe{width:var(--w);max-width:100vw;border:0;background:Canvas;color-scheme:light dark;box-shadow:0 0 20px #0004}
i{margin-inline-end:min(var(--w),100vw - 8px);width:8px;cursor:ew-resize;touch-action:none}
button{top:clamp(4px,var(--y) - 24px,100% - 52px);inset-inline-end:0;width:28px;height:48px;padding:5px;border:1px solid #8886;border-inline-end:0;border-start-start-radius:8px;border-end-start-radius:8px;background:Canvas;color:#4046b8;color:light-dark(#4046b8,#a9afff);cursor:pointer;touch-action:none}
button::before{content:"";display:block;position:static;height:15px;--b:linear-gradient(currentColor 0 0);background:var(--b)0 100%/4px 5px,var(--b)50% 100%/4px 10px,var(--b)100% 100%/4px 15px;background-repeat:no-repeat}
:not(iframe):focus-visible{outline:2px solid #6f76e8;outline-offset:-2px}
[hidden]{display:none}`;
