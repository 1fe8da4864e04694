// Who the tests and the demo work as: an owner of the sandbox's portal.
export const rep = 'Lena Brandt';
