// Before each file of unit tests: what a page of ours shows is waited for until something must be wrong, however busy the machine is.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  // By itself it gives up after one second, which a part that is loaded late can take on a busy machine.
  configure({ asyncUtilTimeout: 10_000 });
}

export {};
