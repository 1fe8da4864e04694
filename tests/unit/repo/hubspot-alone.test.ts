// What a second CRM costs stays apart: the background with HubSpot alone keeps to its own, smaller budget.
import { resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { expect, it } from 'vitest';
import { UNUSED_MODELS } from '../../../wxt.hubspot';

const kB = 1000;
const root = resolve(import.meta.dirname, '../../..');
const stub = (name: string) => resolve(root, 'lib/crm/stubs', name);

/**
 * Leaves every CRM but HubSpot out of the bundle: what the registry and locate would import of it is empty. With it go
 * the ways to sign in that HubSpot has not, by OAuth and by the browser's session.
 */
const hubspotAlone: Plugin = {
  name: 'hubspot-alone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/salesforce(\/|$)|\/connections\/(sign-ins|renewal|cookies)$/ }, ({ path }) => ({
      path,
      namespace: 'left-out',
    }));
    // As the product's own build does.
    onResolve({ filter: UNUSED_MODELS }, () => ({ path: stub('hubspot-model.ts') }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents:
        'export const salesforce = undefined, locate = () => null, SALESFORCE = "", REGIONAL = undefined, createSignIns = undefined, createRenewal = undefined, createCookies = undefined;',
    }));
  },
};

it('keeps the background with HubSpot alone under 411 kB', async () => {
  const { outputFiles } = await build({
    entryPoints: [resolve(root, 'entrypoints/background.ts')],
    bundle: true,
    minify: true,
    write: false,
    // In parts, as the real one is: one script would wrap each module in a function.
    format: 'esm',
    splitting: true,
    outdir: 'nowhere',
    target: 'chrome120',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env': '{"MODE":"production"}' },
    alias: {
      '@': root,
      'node-fetch': stub('node-fetch.ts'),
      'form-data': stub('form-data.ts'),
      url: stub('url.ts'),
    },
    plugins: [hubspotAlone],
  });
  const bytes = outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0);
  // Less than this would mean that HubSpot's client isn't in it.
  expect(bytes).toBeGreaterThan(120 * kB);
  expect(bytes).toBeLessThan(411 * kB);
});
