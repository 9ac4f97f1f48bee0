import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Writes one line for each finished test to the file TALLY names: `passed`, `failed` or `skipped`. A suite that is
 * stopped half-way has still told what it had done.
 */
class TallyReporter implements Reporter {
  readonly #file = process.env.TALLY ?? '';

  onTestCaseResult(test: TestCase): void {
    this.#write(test.result().state);
  }

  /** A file that could not be loaded has no tests to report. */
  onTestModuleEnd(module: TestModule): void {
    if (module.errors().length > 0) this.#write('failed');
  }

  #write(state: string): void {
    if (this.#file !== '') appendFileSync(this.#file, `${state}\n`);
  }
}

export default TallyReporter;
