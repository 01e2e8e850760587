// Test page: a pane that has nothing but the seam; the test talks to `window.pane`.
import { createOfficeHost, ItemChangedError, type OfficeHost } from '#addin/host/office-host.ts';

interface BenchPane {
  host: OfficeHost | null;
  failure: string | null;
  changes: number;
  themes: string[];
  read(): Promise<unknown>;
}

const pane: BenchPane = {
  host: null,
  failure: null,
  changes: 0,
  themes: [],
  async read() {
    try {
      return await pane.host?.readItem();
    } catch (error) {
      return { failed: error instanceof ItemChangedError ? 'item changed' : String(error) };
    }
  },
};
Object.assign(window, { pane });

const limitMs = Number(new URLSearchParams(location.search).get('limit') ?? 10_000);
createOfficeHost(limitMs).then(
  (host) => {
    pane.host = host;
    host.onItemChanged(() => {
      pane.changes += 1;
    });
    host.onThemeChanged((theme) => pane.themes.push(theme));
  },
  (error: unknown) => {
    pane.failure = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  },
);
