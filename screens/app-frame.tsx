// Everything a screen needs around it: theme, language, client, cache, toasts, and a sentence when a screen breaks.
import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState, type ReactNode } from 'react';
import type { Call, CallFile } from './call.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import type { Language } from './messages/use-messages.ts';
import { createServerClock } from './server-clock.ts';
import type { Notice } from './ui/use-notify.ts';
import { FrameContext, type ViewAs } from './use-frame.ts';

const Toasts = lazy(() => import('./ui/toasts.tsx').then((module) => ({ default: module.Toasts })));

export type Surface = 'outlook' | 'teams';
export type ThemeName = 'light' | 'dark' | 'contrast';

type AppFrameProps = {
  surface: Surface;
  theme: ThemeName;
  language: Language;
  call: Call;
  callFile?: CallFile;
  viewAs?: ViewAs;
  children: ReactNode;
};

const themes = {
  outlook: { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme },
  teams: { light: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme },
} as const;

/** Failures are explained at once and retried by the person or the next refresh, never silently behind a skeleton. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', gcTime: 10 * 60_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Stands around every page once; changing theme or language redraws, nothing typed is lost. */
export function AppFrame({ surface, theme, language, call, callFile, viewAs, children }: AppFrameProps) {
  const styles = useStyles();
  const [queries] = useState(createQueryClient);
  const [clock] = useState(() => createServerClock());
  const [notices, setNotices] = useState<Notice[]>([]);
  const frame = useMemo(() => {
    const notify = (notice: Notice) => setNotices((before) => [...before, notice]);
    return { call, callFile: callFile ?? null, viewAs: viewAs ?? null, language, clock, notify };
  }, [call, callFile, viewAs, language, clock]);
  return (
    <FrameContext.Provider value={frame}>
      <QueryClientProvider client={queries}>
        {/* Fluent copies the provider's classes onto its pop-ups, so the frame's own look stands on an element inside. */}
        <FluentProvider theme={themes[surface][theme]} style={{ height: '100%' }} lang={language}>
          <div className={styles.frame}>
            <ErrorBoundary>{children}</ErrorBoundary>
          </div>
          {notices.length > 0 && (
            <Suspense fallback={null}>
              <Toasts notices={notices} />
            </Suspense>
          )}
        </FluentProvider>
      </QueryClientProvider>
    </FrameContext.Provider>
  );
}

const useStyles = makeStyles({
  frame: {
    height: '100%',
    minHeight: '100%',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'break-word',
    // Where the system chooses the colours, a link is known by its line.
    '@media (forced-colors: active)': { '& .fui-Link': { textDecorationLine: 'underline' } },
  },
});
