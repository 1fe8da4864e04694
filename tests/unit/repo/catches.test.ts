// No error of the product goes without a trace: a catch rethrows, returns a Problem, or reports.
import { describe, expect, it } from 'vitest';
import { silentCatches } from './catches.ts';
import { isSource, read, repositoryFiles } from './files.ts';

describe('a catch', () => {
  it.each([
    ['try { a(); } catch { b(); }'],
    ['try { a(); } catch (error) { return null; }'],
    ['a().catch(() => undefined);'],
    ['a().catch((error) => { console.log(error); });'],
    ['const quiet = () => null; a().catch(quiet);'],
    ['a().then(b, () => undefined);'],
    ['a().catch(elsewhere);'],
  ])('that lets an error go is found: %s', (text) => {
    expect(silentCatches('a.ts', text)).toEqual(['a.ts:1']);
  });

  it.each([
    ['try { a(); } catch (error) { throw error; }'],
    ['try { a(); } catch (error) { if (expected(error)) return null; throw error; }'],
    ['try { a(); } catch (error) { return fail(problemOf(error)); }'],
    ["try { a(); } catch (error) { report(error, 'a.b'); }"],
    ["a().catch(reported('a.b', null));"],
    ['const signedOut = (error) => { throw error; }; a().catch(signedOut);'],
    ['a().then(b, (error) => { throw new ProblemError(error); });'],
    ['a().finally(() => b());'],
    ['a().then(b);'],
  ])('that passes it on is not: %s', (text) => {
    expect(silentCatches('a.ts', text)).toEqual([]);
  });

  it('passes its error on in every file of the product', () => {
    const product = repositoryFiles().filter(
      (path) => isSource(path) && /^(lib|components|entrypoints)\//.test(path),
    );
    expect(product.flatMap((path) => silentCatches(path, read(path)))).toEqual([]);
  });
});
