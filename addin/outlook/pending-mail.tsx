// The moment between a selection and the server's answer: who wrote is known from the mail itself.
import type { Mail } from '#contract/mail.ts';
import { useMessages } from '#screens/messages/use-messages.ts';
import { PersonHead } from '#screens/ui/person-head.tsx';
import { RowsSkeleton } from '#screens/ui/skeletons.tsx';

/** Name and address at once, the rest as a skeleton from 300 ms. */
export function PendingMail({ mail }: { mail: Mail }) {
  const messages = useMessages();
  const { name, address } = mail.from;
  return (
    <div aria-busy>
      <PersonHead name={name === '' ? address : name} company={address} />
      <RowsSkeleton label={messages.pane.skeleton} count={6} />
    </div>
  );
}
