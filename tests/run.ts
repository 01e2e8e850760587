// `npm test`: everything in order, and one closing line with the counts. Each static check counts as one test.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';

interface Counts {
  passed: number;
  failed: number;
}

const reports = 'test-results';
const checks = ['types', 'lint', 'rooms', 'dead-code', 'format'];

/** Runs a command with its output shown; true when it ended well. */
function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.info(`\n── ${[command, ...args].join(' ')}`);
  const result = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return result.status === 0;
}

function runCheck(name: string): Counts {
  const isGood = run('npm', ['run', '--silent', `check:${name}`]);
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 };
}

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numFailedTestSuites: z.int(),
});

function runVitest(): Counts {
  const file = `${reports}/vitest.json`;
  const isGood = run('npx', [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const report = VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  // a suite that fails to load has no failed test of its own, but must fail the run
  return { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, isGood ? 0 : 1) };
}

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

function runJourneys(): Counts {
  const file = `${reports}/journeys.json`;
  const isGood = run('npx', ['playwright', 'test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats } = PlaywrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { passed: stats.expected + stats.flaky, failed: Math.max(stats.unexpected, isGood ? 0 : 1) };
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const counts = [...checks.map(runCheck), runVitest(), runJourneys()];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.info(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
