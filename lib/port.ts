// The name of the port that an open sidebar holds to the background.
export const PORT = 'sidebar';
