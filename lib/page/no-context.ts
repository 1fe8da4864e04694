// Stands in for WXT's content-script context, 3 kB of helpers that our stub doesn't use: see wxt.config.ts, life.ts.

/** WXT makes one and hands it to main; ours takes nothing from it. */
export class ContentScriptContext {}
