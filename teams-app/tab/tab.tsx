// Entry of the Teams tab: joins host, sign-in and client, opens what a deep link points at, then draws.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { getClientConfig } from '#contract/user.ts';
import { createSignIn, type SignIn } from '#addin/host/sign-in.ts';
import { AppFrame, type ThemeName } from '#screens/app-frame.tsx';
import { CallError, createCall, createCallFile, newReference } from '#screens/call.ts';
import { useWideMessages } from '#screens/messages/wide-messages.ts';
import { LoadProblem } from '#screens/ui/load-problem.tsx';
import { ViewSkeleton } from '#screens/ui/skeletons.tsx';
import { App } from './app.tsx';
import { hashOf, placeOfTarget } from './place.ts';
import { createViewedPerson } from './viewed-person.ts';
import { joinTeams, type TeamsHost } from './teams-host.ts';

interface Joined {
  host: TeamsHost;
  signIn: SignIn;
}

const openCall = createCall({ baseUrl: '', getToken: async () => null });

async function join(): Promise<Joined> {
  const [host, config] = await Promise.all([joinTeams(), openCall(getClientConfig, {})]);
  openTarget(host);
  const signIn = createSignIn({ config, ...(host.loginHint === null ? {} : { loginHint: host.loginHint }) });
  return { host, signIn };
}

/** A deep link beats the address the tab was opened with. */
function openTarget({ target }: TeamsHost): void {
  const place = target === null ? null : placeOfTarget(target);
  if (place !== null) window.location.replace(hashOf(place));
}

function TeamsTab() {
  const [joined, setJoined] = useState<Joined | null>(null);
  const [problem, setProblem] = useState<CallError | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    join().then(setJoined, (cause: unknown) => setProblem(callErrorOf(cause)));
  }, [attempt]);
  if (joined) return <JoinedTab {...joined} />;
  const handleRetry = () => {
    setProblem(null);
    setAttempt(attempt + 1);
  };
  const language = navigator.language.startsWith('en') ? 'en' : 'de';
  return (
    <AppFrame surface="teams" theme="light" language={language} call={openCall}>
      {problem === null ? <Starting /> : <LoadProblem error={problem} onRetry={handleRetry} />}
    </AppFrame>
  );
}

function callErrorOf(cause: unknown): CallError {
  if (cause instanceof CallError) return cause;
  console.error(cause);
  return new CallError({ code: 'internal', requestId: newReference(), retry: true });
}

function Starting() {
  return <ViewSkeleton label={useWideMessages().tab.starting} />;
}

function JoinedTab({ host, signIn }: Joined) {
  const [theme, setTheme] = useState<ThemeName>(host.theme);
  const [userChanges, setUserChanges] = useState(0);
  const [viewed] = useState(createViewedPerson);
  const [viewedId, setViewedId] = useState(viewed.get);
  const [settings] = useState({ baseUrl: '', getToken: signIn.getToken, getViewedId: viewed.get });
  const [call] = useState(() => createCall(settings));
  const [callFile] = useState(() => createCallFile(settings));
  useEffect(() => host.onThemeChanged(setTheme), [host]);
  const change = useCallback(
    (userId: string | null) => {
      viewed.set(userId);
      setViewedId(userId);
      window.location.hash = '#/my-day';
    },
    [viewed],
  );
  const viewAs = useMemo(() => ({ userId: viewedId, change }), [viewedId, change]);
  useEffect(
    () =>
      signIn.onUserChanged(() => {
        viewed.set(null);
        setViewedId(null);
        setUserChanges((count) => count + 1);
      }),
    [signIn, viewed],
  );
  useEffect(() => {
    document.documentElement.lang = host.language;
    host.reportReady();
  }, [host]);
  return (
    // Another person must not see a line of what the one before was shown.
    <AppFrame
      key={`${userChanges} ${viewedId}`}
      surface="teams"
      theme={theme}
      language={host.language}
      call={call}
      callFile={callFile}
      viewAs={viewAs}
    >
      <App
        isInTeams={host.isInTeams}
        onOpenUrl={host.openUrl}
        onSignIn={async () => void (await signIn.getToken('interactive'))}
      />
    </AppFrame>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
createRoot(root).render(<TeamsTab />);
