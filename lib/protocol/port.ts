// The names by which an open sidebar and the background find each other. Small: the background's front reads it.

/** The port that a sidebar holds while the worker is awake. */
export const PORT = 'sidebar';

/** Where in storage.session the background calls the sidebars that hold none: the tabs that are meant, and which call it is. */
export const CALLED = 'called';

/** What the content script says on its own port to the frame: it was the rep's key or click that brought the keyboard. */
export const ENTERED = 'entered';
