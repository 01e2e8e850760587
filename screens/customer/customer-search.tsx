// Finding a customer by name, number or person, forgiving typing errors; used to correct a match.
import { makeStyles, SearchBox, tokens, typographyStyles } from '@fluentui/react-components';
import { Building20Regular } from '@fluentui/react-icons';
import { useDeferredValue, useState } from 'react';
import type { CustomerRef } from '#contract/customer.ts';
import { search } from '#contract/search.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Marked } from '../search/marked.tsx';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Row, Rows } from '../ui/row.tsx';
import { RowsSkeleton } from '../ui/skeletons.tsx';
import { useReply } from '../use-reply.ts';

type CustomerSearchProps = { onChoose: (customer: CustomerRef) => void };

/** Results while typing, one row per customer. */
export function CustomerSearch({ onChoose }: CustomerSearchProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = messages.customer.search;
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { reply, error, isWaiting, reload } = useReply(search, q.length < 2 ? null : { q, limit: 20 }, {
    keepPrevious: true,
  });
  const seen = new Set<string>();
  const customers =
    reply?.items.filter(({ customer }) => !seen.has(customer.id) && seen.add(customer.id)) ?? [];
  return (
    <div className={styles.search}>
      <SearchBox
        aria-label={words.label}
        className={styles.box}
        value={text}
        onChange={(_, data) => setText(data.value)}
      />
      {error && <ErrorNote error={error} onRetry={reload} />}
      {isWaiting && <RowsSkeleton label={messages.common.loading} />}
      {reply && q.length >= 2 && customers.length === 0 && <p className={styles.empty}>{words.nothing(q)}</p>}
      {q.length >= 2 && (
        <Rows label={words.results}>
          {customers.map((hit) => (
            <Row
              key={hit.customer.id}
              icon={<Building20Regular />}
              title={
                hit.kind === 'customer' ? (
                  <Marked text={hit.title} marks={hit.titleMarks} />
                ) : (
                  hit.customer.name
                )
              }
              marks={<CustomerMarks customer={hit.customer} />}
              detail={hit.kind === 'customer' ? hit.detail : `${hit.title} · ${hit.detail}`}
              onOpen={() => onChoose(hit.customer)}
            />
          ))}
        </Rows>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  search: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  box: { maxWidth: 'none' },
  empty: { ...typographyStyles.body1, margin: 0 },
});
