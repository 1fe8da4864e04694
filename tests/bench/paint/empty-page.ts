// An empty React page: a key press changes one word. What React and the browser cost by themselves.
import { build } from 'esbuild';
import type { BrowserContext, Page } from 'playwright-core';

const SOURCE = `
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
function App() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const add = () => setCount((before) => before + 1);
    addEventListener('keydown', add);
    return () => removeEventListener('keydown', add);
  }, []);
  return createElement('p', { id: 'word' }, 'Pressed ' + count);
}
createRoot(document.getElementById('root')).render(createElement(App));
`;

const ADDRESS = 'https://empty.example/';

/** Opens the page in a tab of its own; it is given to the browser directly, no server is asked. */
export async function openEmptyPage(context: BrowserContext, root: string): Promise<Page> {
  const built = await build({
    stdin: { contents: SOURCE, resolveDir: root, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const script = built.outputFiles[0]?.text ?? '';
  const page = await context.newPage();
  await page.route(ADDRESS, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>Empty</title><div id="root"></div><script>${script.replaceAll('</', '<\\/')}</script>`,
    }),
  );
  await page.goto(ADDRESS);
  await page.locator('#word').waitFor();
  return page;
}
