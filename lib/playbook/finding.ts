// What the checks of a playbook find, and how they report it.

/** An error keeps a playbook from being used; a warning is for its author to weigh. `where` is in words. */
export type Finding = { severity: 'error' | 'warning'; where: string; text: string };

/** How a check reports: what is wrong, and where, in words. */
export type Report = (severity: Finding['severity'], where: string, text: string) => void;
