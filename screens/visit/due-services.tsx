// The way from the visits to the services that are due; quiet while there is none.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Wrench20Regular } from '@fluentui/react-icons';
import { countList } from '#contract/list.ts';
import { dueServices } from '../list/list-start.ts';
import { useVisitMessages } from '../messages/visit-messages.ts';
import { useFormat } from '../use-format.ts';
import { useReply } from '../use-reply.ts';

const freshMs = 60_000;

export function DueServices({ onOpen }: { onOpen: () => void }) {
  const styles = useStyles();
  const { services: words } = useVisitMessages();
  const format = useFormat();
  const input = { kind: 'service_interval', filter: dueServices } as const;
  const count = useReply(countList, input, { freshMs }).reply?.count ?? 0;
  if (count === 0) return null;
  return (
    <Button appearance="subtle" className={styles.button} icon={<Wrench20Regular />} onClick={onOpen}>
      {words(format.number(count))}
    </Button>
  );
}

const useStyles = makeStyles({
  // Its words stand at the edge of the page, not its padding.
  button: { marginInline: `calc(-1 * ${tokens.spacingHorizontalM})` },
});
