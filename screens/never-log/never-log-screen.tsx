// "Nie ablegen" beside a mail: its people with one click, and the lists.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { Prohibited16Regular } from '@fluentui/react-icons';
import type { Mail } from '#contract/mail.ts';
import { addNeverLog } from '#contract/never-log.ts';
import { LogOnSendSettings } from '../mail/log-on-send-settings.tsx';
import { useMailRuleMessages } from '../messages/mail-rule-messages.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Section } from '../ui/section.tsx';
import { View } from '../ui/view.tsx';
import { useMe } from '../use-me.ts';
import { useSend } from '../use-send.ts';
import { NeverLogLists } from './never-log-lists.tsx';

type NeverLogScreenProps = { mail: Mail; onBack: () => void };

export function NeverLogScreen({ mail, onBack }: NeverLogScreenProps) {
  const styles = useStyles();
  const { neverLog: words } = useMailRuleMessages();
  const { reply: me } = useMe();
  const { send, isSending, error } = useSend(addNeverLog);
  const values = valuesOf(mail, me?.internalDomains ?? []);
  return (
    <View title={words.title} onBack={onBack}>
      <p className={styles.intro}>{words.intro}</p>
      {values.length > 0 && (
        <Section title={words.ofThisMail} isPlain>
          <div className={styles.values}>
            {values.map((value) => (
              <Button
                key={value}
                size="small"
                icon={<Prohibited16Regular />}
                className={styles.value}
                disabledFocusable={isSending}
                onClick={() => send({ kind: value.includes('@') ? 'address' : 'domain', value })}
              >
                {words.addThis(value)}
              </Button>
            ))}
          </div>
          {error && !isSending && (
            <ErrorNote error={error} title={error.code === 'duplicate' ? words.there : words.failed} />
          )}
        </Section>
      )}
      <NeverLogLists />
      <LogOnSendSettings />
    </View>
  );
}

const mostShown = 4;

/** Addresses of the mail that are not of one's own company, the sender first, and the first one's domain. */
function valuesOf(mail: Mail, internalDomains: readonly string[]): string[] {
  const domainOf = (address: string) => address.split('@').at(-1) ?? '';
  const addresses = [mail.from, ...mail.to, ...mail.cc]
    .map((person) => person.address.trim().toLowerCase())
    .filter((address) => address.includes('@') && !internalDomains.includes(domainOf(address)));
  const [first] = addresses;
  return first === undefined ? [] : [...new Set([first, domainOf(first), ...addresses])].slice(0, mostShown);
}

const useStyles = makeStyles({
  intro: {
    ...typographyStyles.caption1,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
  },
  values: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  value: { justifyContent: 'flex-start', textAlign: 'start', overflowWrap: 'anywhere', minWidth: 0 },
});
