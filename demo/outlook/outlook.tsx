// The page that plays Outlook: areas at the left, mails, the reading view, and the pane run by the real Office.js.
import { Button, Caption1, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { getMe } from '#contract/user.ts';
import { useReply } from '#screens/use-reply.ts';
import type { DemoSettings } from '../bar/settings.ts';
import { Desk } from './desk.tsx';
import { createGraphClient } from './graph/graph-client.ts';
import { outlookWords, WordsContext } from './words.ts';

interface OutlookProps {
  settings: DemoSettings;
  getToken: () => Promise<string>;
}

/** Waits until it is known whose mailbox this is, then shows the desk. */
export function Outlook({ settings, getToken }: OutlookProps) {
  const styles = useStyles();
  const words = outlookWords(settings.language);
  const graph = useMemo(() => createGraphClient(getToken), [getToken]);
  const { reply, error, reload } = useReply(getMe, {}, { freshMs: Infinity });
  if (reply === null || reply.email === '') {
    return (
      <div className={styles.waiting}>
        {error === null ? (
          <Caption1>{words.loading}</Caption1>
        ) : (
          <MessageBar intent="error">
            <MessageBarBody>
              {words.failed}{' '}
              <Button size="small" onClick={reload}>
                {words.retry}
              </Button>
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
    );
  }
  return (
    <WordsContext.Provider value={words}>
      <Desk
        settings={settings}
        graph={graph}
        person={{ name: reply.name, address: reply.email }}
        now={reply.now}
      />
    </WordsContext.Provider>
  );
}

const useStyles = makeStyles({ waiting: { padding: tokens.spacingHorizontalL } });
