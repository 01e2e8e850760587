// The page that plays Teams: the rail with Chat and Kundencockpit, and what the chosen one shows.
import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { listDemoUsers } from '#contract/demo.ts';
import { useReply } from '#screens/use-reply.ts';
import type { DemoSettings } from '../bar/settings.ts';
import { useChat } from './chat/use-chat.ts';
import { useUnread } from './chat/use-unread.ts';
import { Chats } from './chats.tsx';
import { readEntityLink } from './deep-link.ts';
import { PersonalApp, type TabPlace } from './personal-app.tsx';
import { TeamsRail, type TeamsView } from './teams-rail.tsx';
import { words } from './words.ts';

export function TeamsPage({ settings }: { settings: DemoSettings }) {
  const styles = useStyles();
  const { user, language } = settings;
  const say = words[language];
  const people = useReply(listDemoUsers, {}, { freshMs: 60 * 60_000 });
  const person = people.reply?.items.find((one) => one.user === user);
  const chat = useChat(user);
  const [view, setView] = useState<TeamsView>(startView);
  const [place, setPlace] = useState<TabPlace>(startPlace);
  const unread = useUnread(chat.chat?.messages, view === 'chat');
  const viewerIds = useMemo(() => viewerIdsOf(user, person?.id), [user, person?.id]);

  const openTab = (entityId: string, subEntityId: string | null) => {
    setPlace(({ opened }) => ({ entityId, subEntityId, opened: opened + 1 }));
    setView('tab');
  };
  const handleLink = (url: string): boolean => {
    const entity = readEntityLink(url);
    if (entity) {
      openTab(entity.entityId, entity.subEntityId);
      return true;
    }
    if (!/^(https?|tel|mailto):/.test(url)) return false;
    window.open(url, '_blank', 'noopener');
    return true;
  };

  return (
    <div className={styles.page}>
      <div className={styles.middle}>
        <TeamsRail view={view} unread={unread} words={say} onView={setView} />
        {person && (
          <PersonalApp
            settings={settings}
            person={person}
            place={place}
            isShown={view === 'tab'}
            words={say}
            onTab={(entityId) => openTab(entityId, null)}
            onOpenLink={handleLink}
          />
        )}
        {view === 'chat' && (
          <div className={styles.chat}>
            <Chats
              user={user}
              personName={person?.name ?? user}
              viewerIds={viewerIds}
              state={chat}
              language={language}
              words={say}
              onOpenUrl={handleLink}
            />
          </div>
        )}
      </div>
      <Caption1 as="p" className={styles.foot}>
        {say.notMicrosoft}
      </Caption1>
    </div>
  );
}

/** The names a person goes by in a card's `refresh.userIds`. */
function viewerIdsOf(user: string, id: string | undefined): string[] {
  return [`29:${user}`, ...(id === undefined ? [] : [id, `29:${id}`])];
}

/** `?view=chat` opens the chat; `?link=` follows a link into Teams, as a card or a task carries it. */
function startView(): TeamsView {
  return new URLSearchParams(window.location.search).get('view') === 'chat' ? 'chat' : 'tab';
}

function startPlace(): TabPlace {
  const link = new URLSearchParams(window.location.search).get('link');
  const entity = link === null ? null : readEntityLink(link);
  return {
    entityId: entity?.entityId ?? 'my-day',
    subEntityId: entity?.subEntityId ?? null,
    opened: 0,
  };
}

const useStyles = makeStyles({
  page: { display: 'flex', flexGrow: 1, flexDirection: 'column', minWidth: 0, minHeight: 0 },
  middle: {
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    '@media (max-width: 600px)': { flexDirection: 'column' },
  },
  chat: { flexGrow: 1, minWidth: 0, minHeight: 0 },
  foot: {
    margin: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
