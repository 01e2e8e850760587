// What the build puts in the place of packages: the icon index and, in releases, zod.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const load = async <T>(file: string): Promise<T> =>
  (await import(new URL(`../../build/${file}`, import.meta.url).href)) as T; // plain JavaScript without types

describe('imports of icons', () => {
  const rewrite = async (source: string) => {
    const module = await load<{ default: (source: string) => string }>('icon-loader.js');
    return module.default(source);
  };

  it('lead to one file per icon', async () => {
    const source = "import { MailInbox20Regular, CalendarLtrRegular as Day } from '@fluentui/react-icons';";

    expect(await rewrite(source)).toBe(
      "import { MailInbox20Regular } from '@fluentui/react-icons/svg/mail-inbox'; import { CalendarLtrRegular as Day } from '@fluentui/react-icons/svg/calendar-ltr';",
    );
  });

  it('of things that are no icons lead to the small utilities', async () => {
    expect(await rewrite("import { bundleIcon } from '@fluentui/react-icons';")).toBe(
      "import { bundleIcon } from '@fluentui/react-icons/utils';",
    );
  });

  it('of other packages stay as they are', async () => {
    const source = "import { Button } from '@fluentui/react-components';";

    expect(await rewrite(source)).toBe(source);
  });
});

interface Schema {
  parse(value: unknown): unknown;
  safeParse(value: unknown): { success: boolean; data?: unknown };
  object(shape: unknown): Schema;
  string(): Schema;
  min(length: number): Schema;
  nullable(): Schema;
  shape: Record<string, Schema>;
}

describe('the stand-in for zod in releases', () => {
  it('lets every schema be written and hands values on as they are', async () => {
    const { z } = await load<{ z: Schema }>('contract-unchecked.js');

    const inner = z.object({ name: z.string().min(1).nullable() });
    const schema = z.object({ ...inner.shape, more: inner });

    expect(schema.parse({ any: 'thing' })).toEqual({ any: 'thing' });
    expect(schema.safeParse({ any: 'thing' })).toEqual({ success: true, data: { any: 'thing' } });
    expect(schema.safeParse('<html>').success).toBe(false);
  });

  it('has every name that the contract uses', async () => {
    const { z } = await load<{ z: Record<string, unknown> }>('contract-unchecked.js');
    const contract = ['activity', 'cockpit', 'complaint', 'customer', 'endpoint', 'mail', 'user'];
    const used = new Set(
      contract
        .map((name) => readFileSync(new URL(`../../contract/${name}.ts`, import.meta.url), 'utf8'))
        .flatMap((source) => [...source.matchAll(/\bz\.([a-zA-Z]+)\(/g)].map((match) => match[1] ?? '')),
    );

    expect(used.size).toBeGreaterThan(8);
    for (const name of used) expect(typeof z[name], name).toBe('function');
  });
});
