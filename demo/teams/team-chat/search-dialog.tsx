// The message extension's search: hits while typing, further pages on request; a chosen one goes into the message.
import { Button, Caption1, makeStyles, SearchBox, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ExtensionAttachment } from '../../connector/shapes.ts';
import { callExtension } from '../chat/connector-client.ts';
import type { Words } from '../words.ts';
import { ClosableDialog } from './closable-dialog.tsx';

type Command = keyof Words['searchFor'];
const commands: readonly Command[] = ['customers', 'contacts', 'complaints'];
const pageSize = 8;

interface SearchDialogProps {
  user: string;
  words: Words;
  onChoose: (card: ExtensionAttachment) => void;
  onClose: () => void;
}

export function SearchDialog({ user, words, onChoose, onClose }: SearchDialogProps) {
  const styles = useStyles();
  const [command, setCommand] = useState<Command>('customers');
  const [text, setText] = useState('');
  const { hits, hasMore, isDone, loadMore } = useHits(user, command, text);
  return (
    <ClosableDialog title={words.searchTitle} words={words} onClose={onClose}>
      <TabList
        selectedValue={command}
        onTabSelect={(_event, { value }) => {
          const chosen = commands.find((one) => one === value);
          if (chosen) setCommand(chosen);
        }}
      >
        {commands.map((one) => (
          <Tab key={one} value={one}>
            {words.searchFor[one]}
          </Tab>
        ))}
      </TabList>
      <SearchBox
        className={styles.box}
        aria-label={words.searchBox}
        value={text}
        onChange={(_event, data) => setText(data.value)}
      />
      <ul className={styles.list}>
        {hits.map((hit, index) => (
          <li key={index}>
            <button type="button" className={styles.hit} onClick={() => onChoose(hit)}>
              <span>{hit.preview.content.title}</span>
              <Caption1 className={styles.detail}>{hit.preview.content.text}</Caption1>
            </button>
          </li>
        ))}
      </ul>
      {isDone && hits.length === 0 && <Caption1>{words.nothing}</Caption1>}
      {hasMore && <Button onClick={loadMore}>{words.moreHits}</Button>}
    </ClosableDialog>
  );
}

interface Found {
  key: string;
  hits: ExtensionAttachment[];
  isLast: boolean;
}

function useHits(user: string, command: Command, text: string) {
  const key = `${command} ${text}`;
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const ask = async () => {
      const page = await fetchPage(user, command, text, 0);
      if (isCurrent) setFound({ key: `${command} ${text}`, hits: page, isLast: page.length < pageSize });
    };
    const timer = setTimeout(() => void ask(), text === '' ? 0 : typingMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [user, command, text]);

  const known = found?.key === key ? found : null;
  const loadMore = async () => {
    if (known === null) return;
    const page = await fetchPage(user, command, text, known.hits.length);
    const next = { key, hits: [...known.hits, ...page], isLast: page.length < pageSize };
    setFound((before) => (before === known ? next : before));
  };
  return {
    // what was found last stays until the next answer
    hits: found?.hits ?? [],
    hasMore: known !== null && !known.isLast,
    isDone: known !== null,
    loadMore: () => void loadMore(),
  };
}

const typingMs = 250;

async function fetchPage(
  user: string,
  command: Command,
  text: string,
  skip: number,
): Promise<ExtensionAttachment[]> {
  const typed = text.trim();
  const parameter = typed === '' ? { name: 'initialRun', value: 'true' } : { name: 'text', value: typed };
  const queryOptions = { skip, count: pageSize };
  const value = { commandId: command, parameters: [parameter], queryOptions };
  const reply = await callExtension({ user, call: 'query', value }).catch(() => null);
  return reply?.composeExtension?.attachments ?? [];
}

const useStyles = makeStyles({
  box: { maxWidth: 'none' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  hit: {
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'start',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    backgroundColor: 'transparent',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  detail: { color: tokens.colorNeutralForeground3 },
});
