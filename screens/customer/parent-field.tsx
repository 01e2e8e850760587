// "Gehört zu": the company above, found by the search, or none.
import { Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import type { CustomerRef } from '#contract/customer.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { markedName } from '../ui/customer-marks.tsx';
import { CustomerSearch } from './customer-search.tsx';

type ParentFieldProps = {
  value: CustomerRef | null;
  problem?: string | undefined;
  onChange: (parent: CustomerRef | null) => void;
};

export function ParentField({ value, problem, onChange }: ParentFieldProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { form: words } = useCustomerDataMessages();
  const [isSearching, setSearching] = useState(false);
  return (
    <div role="group" aria-label={words.parent} className={styles.field}>
      <span className={styles.label}>{words.parent}</span>
      <div className={styles.line}>
        <span className={styles.name}>{value === null ? words.noParent : markedName(value, messages)}</span>
        <Button size="small" onClick={() => setSearching(!isSearching)}>
          {isSearching ? messages.common.cancel : words.chooseParent}
        </Button>
        {value !== null && (
          <Button size="small" onClick={() => onChange(null)}>
            {words.removeParent}
          </Button>
        )}
      </div>
      {problem !== undefined && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
      {isSearching && (
        <CustomerSearch
          onChoose={(customer) => {
            onChange(customer);
            setSearching(false);
          }}
        />
      )}
    </div>
  );
}

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  label: { ...typographyStyles.body1 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  name: { ...typographyStyles.body1Strong, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  problem: { ...typographyStyles.caption1, color: tokens.colorStatusDangerForeground3 },
});
