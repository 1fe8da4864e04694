// Stands in for node's url module with the globals that browsers have.
const { URL, URLSearchParams } = globalThis;

export { URL, URLSearchParams };
