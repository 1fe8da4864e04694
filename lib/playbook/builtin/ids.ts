// The names of the built-in playbooks alone, for the background, which must stay small and reads each from its file.

/** In the order in which they are offered, the default first. The build makes a file of each: playbooks/ID.json. */
export const builtinIds = [
  'default',
  'value',
  'three-levels',
  'communication',
  'target-market',
  'profile',
  'response',
] as const;

export type BuiltinId = (typeof builtinIds)[number];

export const isBuiltin = (id: unknown): id is BuiltinId => builtinIds.some((one) => one === id);
