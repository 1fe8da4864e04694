// Says of each test that failed why, as soon as it has: a run that is cut off would take the reasons with it.
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** Of an error's stack so many lines, with the place in the test among them. */
const LINES = 12;

type Told = { message: string; stack?: string | undefined };

/** The lines for errors of one test or file. */
export function toldOf(name: string, errors: readonly Told[]): string {
  const all = errors.map(({ message, stack }) => {
    // The first lines of a stack mostly repeat the message.
    const places = (stack ?? '').split('\n').filter((line) => /^\s+at (?!.*node_modules)/.test(line));
    return [message, ...places.slice(0, LINES)].join('\n');
  });
  return `\nFAILED ${name}\n${all.join('\n')}\n`;
}

export default class AtOnce implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    if (state !== 'failed') return;
    const path = relative(process.cwd(), test.module.moduleId);
    process.stdout.write(toldOf(`${path} > ${test.fullName}`, errors ?? []));
  }

  onTestModuleEnd(module: TestModule): void {
    const errors = module.errors();
    if (errors.length > 0)
      process.stdout.write(toldOf(relative(process.cwd(), module.moduleId), [...errors]));
  }
}
