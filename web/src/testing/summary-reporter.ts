import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/** What became of the tests of one run. */
export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Names of those that passed only when run again. */
  readonly again: readonly string[];
  /** Names of those that were not skipped. */
  readonly ran: readonly string[];
  /** Why the others were, by their names; empty where they do not say. */
  readonly left: Readonly<Record<string, string>>;
}

export function nameOf(file: string, names: readonly string[]): string {
  return [file, ...names].join(' > ');
}

/** Writes the summary of a run to a file. */
export class SummaryReporter implements Reporter {
  constructor(private readonly file: string) {}

  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    const again: string[] = [];
    const ran: string[] = [];
    const left: Record<string, string> = {};
    for (const module of modules) {
      if (!module.ok() && [...module.children.allTests()].length === 0) {
        counts.failed += 1;
      }
      for (const test of module.children.allTests()) {
        const result = test.result();
        const { state } = result;
        counts[state === 'pending' ? 'skipped' : state] += 1;
        const name = nameOf(module.relativeModuleId, namesOf(test));
        if (state === 'passed' || state === 'failed') {
          ran.push(name);
        } else {
          left[name] = (state === 'skipped' && result.note) || '';
        }
        if (test.diagnostic()?.flaky) {
          again.push(test.fullName);
        }
      }
    }
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, `${JSON.stringify({ ...counts, again, ran, left } satisfies Summary)}\n`);
    process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  }
}

function namesOf(test: TestCase): readonly string[] {
  const names = [test.name];
  for (let at = test.parent; at.type === 'suite'; at = at.parent) {
    names.unshift(at.name);
  }
  return names;
}
