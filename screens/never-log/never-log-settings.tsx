// "Nie ablegen" in the settings: the company's list.
import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useMailRuleMessages } from '../messages/mail-rule-messages.ts';
import { NeverLogLists } from './never-log-lists.tsx';

export function NeverLogSettings() {
  const styles = useStyles();
  const { neverLog: words } = useMailRuleMessages();
  return (
    <div className={styles.page}>
      <h2 className={styles.title}>{words.title}</h2>
      <p className={styles.intro}>{words.intro}</p>
      <NeverLogLists forCompany />
    </div>
  );
}

const useStyles = makeStyles({
  page: {
    maxWidth: '640px',
    padding: tokens.spacingHorizontalL,
    '& > section': { paddingInline: 0 },
  },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  intro: { ...typographyStyles.body1, color: tokens.colorNeutralForeground2 },
});
