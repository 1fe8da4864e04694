// The calls of a session that connecting never makes.

const unused = () => Promise.reject(new Error('not part of this test'));

export const unusedCalls = {
  stageFields: unused,
  reviewOptions: unused,
  fieldDefinitions: unused,
  read: unused,
  members: unused,
  stageValues: unused,
  probe: unused,
  write: unused,
};
