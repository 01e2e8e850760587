// The frame of every page of the demo: bar on top, the page below, drawn anew for another person.
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { createDemoSignIn } from '#addin/host/demo-sign-in.ts';
import { AppFrame, type Surface } from '#screens/app-frame.tsx';
import { createCall } from '#screens/call.ts';
import { DemoBar, type DemoPlace } from './demo-bar.tsx';
import { useDemoSettings, type DemoSettings } from './settings.ts';

interface DemoPageProps {
  place: DemoPlace;
  surface: Surface;
  /** Draws what is below the bar. `getToken` serves calls beside the API, such as the local Graph. */
  children: (settings: DemoSettings, getToken: () => Promise<string>) => ReactNode;
}

function DemoPage({ place, surface, children }: DemoPageProps) {
  const styles = useStyles();
  const settings = useDemoSettings();
  const [signIn] = useState(createDemoSignIn);
  const [call] = useState(() => createCall({ baseUrl: '', getToken: signIn.getToken }));
  const [getToken] = useState(() => async () => (await signIn.getToken('silent')) ?? '');
  useEffect(() => {
    document.documentElement.lang = settings.language;
  }, [settings.language]);
  return (
    <AppFrame surface={surface} theme={settings.theme} language={settings.language} call={call}>
      <div className={styles.page}>
        <DemoBar place={place} settings={settings} />
        <main key={settings.user} className={styles.rest}>
          {children(settings, getToken)}
        </main>
      </div>
    </AppFrame>
  );
}

/** Draws a page of the demo into the document. */
export function showDemoPage(props: DemoPageProps): void {
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<DemoPage {...props} />);
}

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100dvh' },
  rest: { flexGrow: 1, minHeight: 0, display: 'flex' },
});
