// One Adaptive Card, drawn by Microsoft's renderer; pressed buttons come back as plain data.
import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import * as AdaptiveCards from 'adaptivecards';
import { useEffect, useRef } from 'react';
import { hostConfig } from './card-style.ts';
import { toSafeHtml } from './card-text.ts';

export type CardJson = Record<string, unknown>;
export interface PressedButton {
  verb: string;
  data: Record<string, unknown>;
}

interface AdaptiveCardProps {
  card: CardJson;
  isBusy: boolean;
  /** Without a frame of its own, as wide as there is room. */
  isInDialog?: boolean;
  onExecute: (button: PressedButton) => void;
  /** A button of a dialog. */
  onSubmit?: (data: Record<string, unknown>) => void;
  onOpenUrl: (url: string) => void;
}

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = toSafeHtml(text);
  result.didProcess = true;
};

export function AdaptiveCard(props: AdaptiveCardProps) {
  const { card, isBusy, isInDialog = false } = props;
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const text = JSON.stringify(card);

  useEffect(() => {
    const drawn = draw(text, (action) => {
      const { isBusy: isWaiting, onExecute, onSubmit, onOpenUrl } = latest.current;
      if (action instanceof AdaptiveCards.OpenUrlAction) return onOpenUrl(action.url ?? '');
      if (!isWaiting && action instanceof AdaptiveCards.SubmitAction) return onSubmit?.(dataOf(action.data));
      if (isWaiting || !(action instanceof AdaptiveCards.ExecuteAction)) return;
      onExecute({ verb: action.verb ?? '', data: dataOf(action.data) });
    });
    place.current?.replaceChildren(...(drawn ? [drawn] : []));
  }, [text]);

  const look = mergeClasses(styles.card, isInDialog && styles.inDialog, isBusy && styles.busy);
  return <div ref={place} className={look} aria-busy={isBusy} />;
}

function draw(text: string, handleAction: (action: AdaptiveCards.Action) => void) {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.onExecuteAction = handleAction;
  card.parse(JSON.parse(text));
  return card.render();
}

function dataOf(data: object | string | undefined): Record<string, unknown> {
  return typeof data === 'object' ? { ...data } : {};
}

const useStyles = makeStyles({
  card: {
    maxWidth: '420px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.border('1px', 'solid', tokens.colorTransparentStroke),
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
    '& .ac-adaptiveCard': { outlineStyle: 'none' },
    '& .ac-pushButton': {
      minHeight: '32px',
      paddingInline: tokens.spacingHorizontalM,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      ...shorthands.border('1px', 'solid', tokens.colorNeutralStroke1),
      borderRadius: tokens.borderRadiusMedium,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      cursor: 'pointer',
      ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
      ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
      '&.expanded': { backgroundColor: tokens.colorNeutralBackground1Selected },
      '&.style-positive': {
        color: tokens.colorNeutralForegroundOnBrand,
        backgroundColor: tokens.colorBrandBackground,
        ...shorthands.borderColor(tokens.colorTransparentStroke),
        ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
      },
    },
    // The renderer lays buttons in one line; a phone needs the second row.
    '& .ac-actionSet': { flexWrap: 'wrap', rowGap: tokens.spacingVerticalS },
    '& .ac-input': {
      boxSizing: 'border-box',
      width: '100%',
      minHeight: '32px',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      ...shorthands.border('1px', 'solid', tokens.colorNeutralStrokeAccessible),
      borderRadius: tokens.borderRadiusMedium,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
    },
    '& .ac-choiceSetInput-expanded': { padding: 0, ...shorthands.borderStyle('none') },
    '& .ac-choiceSetInput-expanded label': { overflowWrap: 'anywhere' },
    '& .ac-input.ac-multiline': { minHeight: '72px', resize: 'vertical' },
    '& .ac-input-validation-failed': { ...shorthands.borderColor(tokens.colorStatusDangerBorder2) },
  },
  inDialog: { maxWidth: 'none', ...shorthands.borderStyle('none'), boxShadow: 'none' },
  busy: { opacity: 0.6, pointerEvents: 'none' },
});
