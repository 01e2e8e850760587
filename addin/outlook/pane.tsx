// Entry of the Outlook pane: joins host, sign-in and client, then draws. office.js is loaded by the page itself.
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { getClientConfig, type ClientConfig } from '#contract/user.ts';
import { createOfficeHost, OfficeError, type OfficeHost } from '#addin/host/office-host.ts';
import type { SignIn } from '#addin/host/host.ts';
import { createSignIn } from '#addin/host/sign-in.ts';
import { AppFrame, type ThemeName } from '#screens/app-frame.tsx';
import { CallError, createCall } from '#screens/call.ts';
import { useMessages } from '#screens/messages/use-messages.ts';
import { LoadProblem } from '#screens/ui/load-problem.tsx';
import { ViewSkeleton } from '#screens/ui/skeletons.tsx';
import { StateBlock } from '#screens/ui/state-block.tsx';
import { PaneScreen } from './pane-screen.tsx';

interface Joined {
  host: OfficeHost;
  config: ClientConfig;
  signIn: SignIn;
}

const openCall = createCall({ baseUrl: '', getToken: async () => null });

/** Both at once: Office needs as long as the settings do. */
async function join(): Promise<Joined> {
  const [host, config] = await Promise.all([createOfficeHost(), openCall(getClientConfig, {})]);
  return { host, config, signIn: createSignIn({ config, loginHint: host.userAddress }) };
}

/** As the server writes it into To Do; demo mails open in the demo's own page. */
function mailLinkOf({ mode }: ClientConfig, itemId: string): string {
  const id = encodeURIComponent(itemId);
  if (mode === 'demo') return `${location.origin}/demo/outlook/?mail=${id}`;
  return `https://outlook.office365.com/owa/?ItemID=${id}&exvsurl=1&viewmodel=ReadMessageItem`;
}

function Pane() {
  const [joined, setJoined] = useState<Joined | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    join().then(setJoined, setProblem);
  }, [attempt]);
  if (joined) return <JoinedPane {...joined} />;
  const handleRetry = () => {
    setProblem(null);
    setAttempt(attempt + 1);
  };
  const language = navigator.language.startsWith('de') ? 'de' : 'en';
  return (
    <AppFrame surface="outlook" theme="light" language={language} call={openCall}>
      {problem === null ? <Starting /> : <BootProblem problem={problem} onRetry={handleRetry} />}
    </AppFrame>
  );
}

function Starting() {
  return <ViewSkeleton label={useMessages().pane.boot.starting} />;
}

function BootProblem({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  const messages = useMessages();
  if (problem instanceof CallError) return <LoadProblem isPage error={problem} onRetry={onRetry} />;
  const isOutside = problem instanceof OfficeError && problem.code === 'no_host';
  const words = isOutside ? messages.pane.boot.noHost : messages.pane.boot.noOffice;
  const action = { label: messages.common.retry, onPress: onRetry };
  return <StateBlock isPage isProblem {...words} {...(isOutside ? {} : { action })} />;
}

function JoinedPane({ host, config, signIn }: Joined) {
  // A change between the first drawing and the listening is not lost.
  const theme: ThemeName = useSyncExternalStore(host.onThemeChanged, () => host.theme);
  const [userChanges, setUserChanges] = useState(0);
  const [call] = useState(() => createCall({ baseUrl: '', getToken: signIn.getToken }));
  useEffect(() => signIn.onUserChanged(() => setUserChanges((count) => count + 1)), [signIn]);
  useEffect(() => {
    document.documentElement.lang = host.language;
  }, [host]);
  return (
    // Another person must not see a line of what the one before was shown.
    <AppFrame key={userChanges} surface="outlook" theme={theme} language={host.language} call={call}>
      <PaneScreen
        host={host}
        mailLinkOf={(itemId) => mailLinkOf(config, itemId)}
        onSignIn={async () => void (await signIn.getToken('interactive'))}
      />
    </AppFrame>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
createRoot(root).render(<Pane />);
