import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const broken = resolve('tests/house/broken');
const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** The violations that the room rules report in the deliberately broken house. */
function findViolations(): string[] {
  const program = resolve('node_modules/.bin/depcruise');
  const config = resolve('.dependency-cruiser.cjs');
  const result = spawnSync(
    program,
    ['--config', config, '--output-type', 'json', 'contract', 'screens', 'teams-app', 'api', 'demo'],
    { cwd: broken, encoding: 'utf8', maxBuffer: 50_000_000 },
  );
  const { summary } = Report.parse(JSON.parse(result.stdout));
  return summary.violations.map((violation) => `${violation.rule.name}: ${violation.from}`);
}

describe('the rules of who may import whom', () => {
  test('report each deliberate break', () => {
    const violations = findViolations();

    expect(violations).toEqual(
      expect.arrayContaining([
        'screens-know-no-host: screens/knows-the-server.ts',
        'rooms-by-the-front-door: api/complaints/by-the-back-door.ts',
        'only-main-knows-demo-and-bot: api/customers/knows-the-demo.ts',
        'contract-is-pure: contract/reads-files.ts',
        'cards-are-pure: teams-app/cards/knows-the-server.ts',
        'no-circles: demo/circle-a.ts',
      ]),
    );
  });
});
