// The seam to Teams: the ONLY file that touches teams-js. Outside of Teams the same page works as a plain page.
import { app } from '@microsoft/teams-js';
import type { ThemeName } from '#screens/app-frame.tsx';
import type { Language } from '#screens/messages/use-messages.ts';

export interface TeamsHost {
  /** False in a plain browser window: no Teams around, links and theme are the browser's own. */
  readonly isInTeams: boolean;
  readonly theme: ThemeName;
  readonly language: Language;
  /** The signed-in address, where Teams tells it: spares the choice of an account. */
  readonly loginHint: string | null;
  /** What a deep link points at, `customer:<id>` or `complaint:<id>`; null when the tab was simply opened. */
  readonly target: string | null;
  onThemeChanged(handle: (theme: ThemeName) => void): () => void;
  openUrl(url: string): void;
  /** Tells Teams to take its waiting picture away. */
  reportReady(): void;
}

/** A host that answers does so within milliseconds; teams-js itself would wait a minute. */
const hostAnswersWithinMs = 4_000;
const themes: Record<string, ThemeName> = {
  default: 'light',
  dark: 'dark',
  contrast: 'contrast',
  glass: 'light',
};

/** Joins Teams when the page stands in it, else answers a plain page. Never rejects. */
export async function joinTeams(): Promise<TeamsHost> {
  if (window.parent === window) return plainPage();
  try {
    await within(hostAnswersWithinMs, app.initialize());
    return inTeams(await within(hostAnswersWithinMs, app.getContext()));
  } catch (cause) {
    console.info('No Teams around this page.', cause);
    return plainPage();
  }
}

function inTeams(context: app.Context): TeamsHost {
  const listeners = new Set<(theme: ThemeName) => void>();
  app.registerOnThemeChangeHandler((name) => {
    for (const listener of listeners) listener(themes[name] ?? 'light');
  });
  return {
    isInTeams: true,
    theme: themes[context.app.theme] ?? 'light',
    language: languageOf(context.app.locale),
    loginHint: context.user?.loginHint ?? null,
    target: context.page.subPageId || targetInAddress(),
    onThemeChanged: (handle) => {
      listeners.add(handle);
      return () => listeners.delete(handle);
    },
    openUrl: (url) => {
      if (isTeamsLink(url)) app.openLink(url).catch(() => openWindow(url));
      else openWindow(url);
    },
    reportReady: () => {
      app.notifyAppLoaded();
      void app.notifySuccess();
    },
  };
}

function plainPage(): TeamsHost {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const forced = window.matchMedia('(forced-colors: active)');
  const themeNow = (): ThemeName => (forced.matches ? 'contrast' : dark.matches ? 'dark' : 'light');
  return {
    isInTeams: false,
    theme: themeNow(),
    language: languageOf(navigator.language),
    loginHint: null,
    target: targetInAddress(),
    onThemeChanged: (handle) => {
      const listen = () => handle(themeNow());
      dark.addEventListener('change', listen);
      forced.addEventListener('change', listen);
      return () => {
        dark.removeEventListener('change', listen);
        forced.removeEventListener('change', listen);
      };
    },
    openUrl: openWindow,
    reportReady: () => undefined,
  };
}

/** Outside of Teams a link may carry its target itself: `tab.html?target=customer:<id>`. */
function targetInAddress(): string | null {
  return new URLSearchParams(window.location.search).get('target');
}

function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('en') ? 'en' : 'de';
}

function isTeamsLink(url: string): boolean {
  return URL.canParse(url) && /^teams\.(microsoft\.com|cloud\.microsoft)$/.test(new URL(url).host);
}

function openWindow(url: string): void {
  window.open(url, '_blank', 'noopener');
}

async function within<T>(limitMs: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${limitMs} ms.`)), limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
