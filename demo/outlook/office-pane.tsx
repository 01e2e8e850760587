// The pane beside the mail: the real Office.js in a frame, resizable like Outlook's (300 to 600 px), 320 px at first.
import {
  Button,
  makeStyles,
  teamsHighContrastTheme,
  Text,
  ToggleButton,
  tokens,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { DismissRegular, PinFilled, PinRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { DemoSettings, DemoTheme } from '../bar/settings.ts';
import type { HostUser, OutlookItem } from './office/item.ts';
import type { OpenRequest } from './office/methods.ts';
import { openOfficeFrame, type OfficeFrame, type PaneColours } from './office/office-frame.ts';
import { useWords } from './words.ts';

interface OfficePaneProps {
  settings: DemoSettings;
  user: HostUser;
  item: OutlookItem | null;
  isFull: boolean;
  pin: { isPinned: boolean; onChange: (isPinned: boolean) => void } | null;
  onOpen: (request: OpenRequest) => void;
  onClose: () => void;
}

const limits = { min: 300, start: 320, max: 600, step: 20 } as const;
const locales = { de: 'de-DE', en: 'en-US' } as const;

/** The pane with its head; the frame lives as long as person and language stay the same. */
export function OfficePane(props: OfficePaneProps) {
  const styles = useStyles();
  const words = useWords();
  const [width, setWidth] = useState<number>(limits.start);
  const holder = useOfficeFrame(props);
  const { pin } = props;
  return (
    <aside
      className={styles.pane}
      aria-label={words.pane}
      style={{ width: props.isFull ? '100%' : `${width}px` }}
    >
      {!props.isFull && <Handle label={words.widthOfPane} width={width} onChange={setWidth} />}
      <div className={styles.column}>
        <div className={styles.head}>
          <Text weight="semibold" className={styles.grow}>
            {words.pane}
          </Text>
          {pin !== null && (
            <ToggleButton
              size="small"
              appearance="transparent"
              icon={pin.isPinned ? <PinFilled /> : <PinRegular />}
              aria-label={words.pin}
              title={words.pin}
              checked={pin.isPinned}
              onClick={() => pin.onChange(!pin.isPinned)}
            />
          )}
          <Button
            size="small"
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={words.closePane}
            title={words.closePane}
            onClick={props.onClose}
          />
        </div>
        <div ref={holder} className={styles.frame} />
      </div>
    </aside>
  );
}

function useOfficeFrame({ settings, user, item, onOpen }: OfficePaneProps) {
  const words = useWords();
  const holder = useRef<HTMLDivElement>(null);
  const frame = useRef<OfficeFrame | null>(null);
  const latest = useRef({ item, onOpen, colours: coloursOf(settings.theme) });
  useEffect(() => {
    latest.current = { item, onOpen, colours: coloursOf(settings.theme) };
  });

  useEffect(() => {
    if (holder.current === null) return undefined;
    const opened = openOfficeFrame({
      container: holder.current,
      title: words.pane,
      url: '/outlook/pane.html',
      locale: locales[settings.language],
      user: { name: user.name, address: user.address },
      item: latest.current.item,
      colours: latest.current.colours,
      onOpen: (request) => latest.current.onOpen(request),
    });
    frame.current = opened;
    return () => opened.close();
  }, [settings.language, user.name, user.address, words.pane]);
  useEffect(() => frame.current?.select(item), [item]);
  useEffect(() => frame.current?.setColours(coloursOf(settings.theme)), [settings.theme]);
  return holder;
}

function coloursOf(theme: DemoTheme): PaneColours {
  const fluent = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme }[theme];
  return {
    bodyBackgroundColor: fluent.colorNeutralBackground1,
    bodyForegroundColor: fluent.colorNeutralForeground1,
    controlBackgroundColor: fluent.colorNeutralBackground3,
    controlForegroundColor: fluent.colorNeutralForeground1,
  };
}

interface HandleProps {
  label: string;
  width: number;
  onChange: (width: number) => void;
}

/** Dragging, or the arrow keys, make the pane wider and narrower. */
function Handle({ label, width, onChange }: HandleProps) {
  const styles = useStyles();
  const set = (next: number) => onChange(Math.min(limits.max, Math.max(limits.min, Math.round(next))));
  const handleKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') set(width + limits.step);
    if (event.key === 'ArrowRight') set(width - limits.step);
  };
  const handleMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      className={styles.handle}
      onKeyDown={handleKey}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={handleMove}
    />
  );
}

const useStyles = makeStyles({
  pane: { display: 'flex', flexShrink: 0, boxSizing: 'content-box', minHeight: 0 },
  handle: {
    width: '6px',
    flexShrink: 0,
    marginLeft: '-6px',
    cursor: 'col-resize',
    touchAction: 'none',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    ':hover': { backgroundColor: tokens.colorBrandBackground2 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  column: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    height: '32px',
    paddingLeft: tokens.spacingHorizontalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  grow: { flexGrow: 1 },
  frame: {
    flexGrow: 1,
    minHeight: 0,
    '& iframe': { display: 'block', width: '100%', height: '100%', border: 'none' },
  },
});
