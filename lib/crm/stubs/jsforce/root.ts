// Stands in for jsforce's root object, which ties in registries, browser sign-in and every API: we make our own parts.
export default { emit: (): boolean => false };

/** API classes announce themselves here; ours are constructed by name. */
export function registerModule(): void {}
