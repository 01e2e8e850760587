// The frame with the real tab in it; the page around answers the tab's teams-js.
import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { DemoAccount } from './nested-auth.ts';
import { serveTab, type TeamsTheme } from './tab-protocol.ts';

interface TabFrameProps {
  title: string;
  theme: TeamsTheme;
  locale: string;
  /** The tab of the manifest that is shown, and what it frames. */
  entityId: string;
  path: string;
  /** What a deep link points at; the frame is opened anew for another one. */
  subEntityId: string | null;
  account: () => Promise<DemoAccount>;
  onOpenLink: (url: string) => boolean;
}

export function TabFrame(props: TabFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const served = useRef<ReturnType<typeof serveTab>>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    served.current = serveTab(element, {
      theme: () => latest.current.theme,
      locale: () => latest.current.locale,
      entityId: () => latest.current.entityId,
      subEntityId: () => latest.current.subEntityId,
      account: () => latest.current.account(),
      openLink: (url) => latest.current.onOpenLink(url),
      onTabState: (state) => element.setAttribute('data-tab-state', state),
    });
    element.src = latest.current.path;
    return () => served.current?.stop();
  }, []);

  useEffect(() => {
    served.current?.announceTheme();
  }, [props.theme]);

  return <iframe ref={frame} className={styles.frame} title={props.title} />;
}

const useStyles = makeStyles({
  frame: { display: 'block', width: '100%', height: '100%', border: 'none' },
});
