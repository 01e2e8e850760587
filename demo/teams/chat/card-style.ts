// How the demo's chat draws Adaptive Cards: Teams' sizes, and Fluent's colour tokens so that all three themes work.
import { tokens } from '@fluentui/react-components';

const colours = {
  default: pair(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  dark: pair(tokens.colorNeutralForeground1, tokens.colorNeutralForeground3),
  light: pair(tokens.colorNeutralForegroundInverted, tokens.colorNeutralForegroundInverted),
  accent: pair(tokens.colorBrandForeground1, tokens.colorBrandForeground1),
  attention: pair(tokens.colorStatusDangerForeground3, tokens.colorStatusDangerForeground3),
  good: pair(tokens.colorStatusSuccessForeground1, tokens.colorStatusSuccessForeground1),
  warning: pair(tokens.colorStatusWarningForeground1, tokens.colorStatusWarningForeground1),
};

function pair(colour: string, subtle: string) {
  return { default: colour, subtle };
}

function container(backgroundColor: string) {
  return { backgroundColor, foregroundColors: colours };
}

/** The host configuration for `adaptivecards`; colours are CSS variables of the surrounding FluentProvider. */
export const hostConfig = {
  supportsInteractivity: true,
  textBlock: { headingLevel: 2 },
  fontFamily: tokens.fontFamilyBase,
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  fontSizes: { small: 12, default: 14, medium: 14, large: 16, extraLarge: 20 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 22, extraLarge: 28 },
  containerStyles: {
    default: container('transparent'),
    emphasis: container(tokens.colorNeutralBackground2),
    accent: container(tokens.colorBrandBackground2),
    attention: container(tokens.colorStatusDangerBackground1),
    good: container(tokens.colorStatusSuccessBackground1),
    warning: container(tokens.colorStatusWarningBackground1),
  },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'default' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  factSet: {
    title: {
      color: 'default',
      size: 'default',
      isSubtle: true,
      weight: 'default',
      wrap: false,
      maxWidth: 150,
    },
    value: { color: 'default', size: 'default', isSubtle: false, weight: 'default', wrap: true },
    spacing: 12,
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: {
        weight: 'default',
        size: 'default',
        suffix: ' *',
        suffixColor: 'attention',
      },
      optionalInputs: { weight: 'default', size: 'default' },
    },
    errorMessage: { weight: 'default', size: 'small', color: 'attention' },
  },
};
