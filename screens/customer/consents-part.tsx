// What a person allowed and objected to, per channel, with the history; recorded in two steps.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, Circle20Regular, Prohibited20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { getConsents, type ChannelConsent, type Consents } from '#contract/consent.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { Section } from '../ui/section.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';
import { RecordConsent } from './record-consent.tsx';

export function ConsentsPart({ contactId, mayEdit }: { contactId: string; mayEdit: boolean }) {
  const { consents: words } = useCustomerDataMessages();
  const state = useReply(getConsents, { id: contactId });
  const [open, setOpen] = useState<ChannelConsent['channel'] | null>(null);
  return (
    <Loaded state={state} waiting={<RowsSkeleton label={words.loading} count={3} />}>
      {(consents) => (
        <>
          <Section title={words.title}>
            <Rows label={words.title}>
              {consents.channels.map((channel) => (
                <Channel
                  key={channel.channel}
                  consent={channel}
                  onChange={mayEdit ? () => setOpen(channel.channel) : undefined}
                />
              ))}
            </Rows>
            {open !== null && (
              <RecordConsent
                key={open}
                contactId={contactId}
                channel={open}
                state={consents.channels.find((one) => one.channel === open)?.state ?? 'none'}
                onClose={() => setOpen(null)}
              />
            )}
          </Section>
          <History consents={consents} />
        </>
      )}
    </Loaded>
  );
}

const icons: Record<ChannelConsent['state'], typeof Circle20Regular> = {
  allowed: CheckmarkCircle20Regular,
  objected: Prohibited20Regular,
  none: Circle20Regular,
};
const tones = { allowed: 'success', objected: 'danger', none: 'neutral' } as const;

function Channel({ consent, onChange }: { consent: ChannelConsent; onChange: (() => void) | undefined }) {
  const messages = useMessages();
  const words = useCustomerDataMessages();
  const Icon = icons[consent.state];
  const name = words.channels[consent.channel];
  return (
    <Row
      icon={<Icon />}
      iconTone={tones[consent.state]}
      title={`${name}: ${words.states[consent.state]}`}
      detail={words.marketing[consent.marketing.reason]}
      wrapsTitle
      wrapsDetail
      actions={
        onChange && (
          <Button size="small" aria-label={words.consents.change(name)} onClick={onChange}>
            {messages.common.change}
          </Button>
        )
      }
    />
  );
}

function History({ consents }: { consents: Consents }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useCustomerDataMessages();
  return (
    <Section title={words.consents.history}>
      {consents.events.length === 0 && <p className={styles.none}>{words.consents.noHistory}</p>}
      <Rows label={words.consents.history}>
        {consents.events.map((event) => (
          <Row
            key={event.id}
            title={`${words.channels[event.channel]}: ${words.steps[event.step]}`}
            detail={event.by === null ? event.source : words.consents.by(event.source, event.by.name)}
            wrapsTitle
            wrapsDetail
            right={format.date(event.at)}
            isRightQuiet
          />
        ))}
      </Rows>
    </Section>
  );
}

const useStyles = makeStyles({
  none: { ...typographyStyles.body1, margin: 0, color: tokens.colorNeutralForeground3 },
});
