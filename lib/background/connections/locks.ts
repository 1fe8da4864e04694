// One at a time, whichever worker asks: the browser's own locks, which a killed worker lets go of.

/** Runs work while nobody else of this extension holds the name. */
export type Lock = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export const browserLock: Lock = async (name, work) => await navigator.locks.request(name, work);

/** The name under which the sign-in of an account is changed. */
export const accountLock = (accountKey: string) => `connection/${accountKey}`;
