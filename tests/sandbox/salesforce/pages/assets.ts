// The page's script and style: built from client/ when the sandbox starts.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';

export async function assets(): Promise<{ script: string; style: string }> {
  const folder = resolve(import.meta.dirname, 'client');
  const shared = resolve(import.meta.dirname, '../../hubspot/pages/client');
  const built = await build({
    entryPoints: [resolve(folder, 'main.ts')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'chrome120',
    logLevel: 'silent',
  });
  const files = [resolve(shared, 'app.css'), resolve(shared, 'record.css'), resolve(folder, 'console.css')];
  const styles = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return { script: built.outputFiles[0]?.text ?? '', style: styles.join('\n') };
}
