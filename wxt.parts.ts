// Builds the background in two scripts: what a worker needs at its start, and the parts that it reads when they are needed.

/** The script of the parts, beside background.js. One, for each that a worker has costs it time at every start. */
const PARTS = 'background-parts.js';

/**
 * What goes around the background. A service worker has no import(), and may call importScripts only for what it imported
 * while it was installed. So each part is CommonJS in a function, and installing imports them all and runs none.
 */
export function asEntry(code: string): string {
  return [
    '(()=>{"use strict";',
    'const exports={},made={"background.js":exports};',
    'const require=path=>{',
    'const name=path.slice(2);',
    'if(made[name])return made[name];',
    `if(!self.parts)importScripts("${PARTS}");`,
    'const part=made[name]={};',
    'try{self.parts[name](part,require)}catch(error){delete made[name];throw error}',
    'return part};',
    `addEventListener("install",()=>importScripts("${PARTS}"));`,
    code,
    '})();',
    '',
  ].join('\n');
}

/** The script of all parts, from each one's code by its name. */
export function asParts(parts: Readonly<Record<string, string>>): string {
  const each = Object.entries(parts).map(
    ([name, code]) => `${JSON.stringify(name)}(exports,require){\n${code}}`,
  );
  return `self.parts={\n${each.join(',\n')}};\n`;
}

/** As much of Vite's and rollup's own as is needed: WXT and the tests bring different versions of their types. */
type Chunk = { type: string; fileName: string; isEntry?: boolean; code?: string };
type Build = { emitFile(file: { type: 'asset'; fileName: string; source: string }): unknown };
type Config = { plugins?: unknown[]; build?: { lib?: unknown; rollupOptions?: object } };

const plugin = {
  name: 'background-in-parts',
  enforce: 'post' as const,
  generateBundle(this: Build, _: unknown, bundle: Record<string, Chunk>) {
    const parts: Record<string, string> = {};
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const code = chunk.code ?? '';
      if (chunk.isEntry) chunk.code = asEntry(code);
      else {
        parts[chunk.fileName] = code;
        delete bundle[chunk.fileName];
      }
    }
    this.emitFile({ type: 'asset', fileName: PARTS, source: asParts(parts) });
  },
};

/** Changes what WXT would build the background with: one script of everything, which takes no import(). */
export function buildInParts(config: Config): void {
  const { lib, rollupOptions } = config.build ?? {};
  const output = rollupOptions && 'output' in rollupOptions ? rollupOptions.output : {};
  config.plugins?.push(plugin);
  config.build = {
    ...config.build,
    lib: { ...Object(lib), formats: ['cjs'] },
    rollupOptions: {
      ...rollupOptions,
      // What the parts share with the entry, they take from it.
      preserveEntrySignatures: false,
      output: { ...Object(output), chunkFileNames: '[name].js' },
    },
  };
}
