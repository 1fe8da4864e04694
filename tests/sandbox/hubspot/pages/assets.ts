// The page's script and style: built from client/ when the sandbox starts.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

export async function assets(): Promise<{ script: string; style: string }> {
  const folder = resolve(import.meta.dirname, 'client');
  const built = await build({
    entryPoints: [resolve(folder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'chrome120',
    logLevel: 'silent',
  });
  const script = built.outputFiles[0]?.text ?? '';
  const styles = ['app.css', 'record.css'].map((name) => readFile(resolve(folder, name), 'utf8'));
  return { script, style: (await Promise.all(styles)).join('\n') };
}
