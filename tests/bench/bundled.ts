// A part of the product, made into a script that a page can be given: the same sources, built as they are for the extension.
import { resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '../..');

/** `code` imports from '@/lib/...'; what it puts on globalThis is there afterwards. */
export async function bundled(code: string): Promise<string> {
  const built = await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    alias: { '@': root },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return built.outputFiles[0]?.text ?? '';
}
