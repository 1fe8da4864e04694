// Stands in for node's timers module, of which the XML parser takes setImmediate and, as we call it, leaves it unused.
export const setImmediate = (run: () => void): unknown => setTimeout(run, 0);
