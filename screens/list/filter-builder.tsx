// Builds a filter: conditions one below the other, groups set in, all of it by keyboard.
import {
  Button,
  makeStyles,
  mergeClasses,
  Select,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { AddRegular, DismissRegular, GroupListRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { filterLimits } from '#contract/list-filter.ts';
import type { ListGroup } from '#contract/list-filter.ts';
import { useListMessages } from '../messages/list-messages.ts';
import type { FieldGroup, Fields } from './fields.ts';
import { ConditionRow } from './condition-row.tsx';
import {
  addPart,
  emptyFilter,
  isGroup,
  mayHoldGroups,
  newCondition,
  removePart,
  replacePart,
} from './filter-edit.ts';

type FilterBuilderProps = {
  fields: Fields;
  groups: readonly FieldGroup[];
  filter: ListGroup;
  onChange: (filter: ListGroup) => void;
  /** 1 is the whole filter. */
  depth?: number;
  name?: string;
  onRemove?: () => void;
  isFull: boolean;
};

export function FilterBuilder(props: FilterBuilderProps) {
  const { fields, groups, filter, onChange, depth = 1, name, onRemove, isFull } = props;
  const styles = useStyles();
  const { filter: words } = useListMessages().list;
  const label = name ?? words.title;
  const addGroup = () => onChange(addPart(filter, { ...emptyFilter, match: 'any', parts: [newCondition] }));
  return (
    <fieldset className={mergeClasses(styles.group, depth > 1 && styles.inner)} aria-label={label}>
      <MatchHead {...{ filter, onChange, label }} {...(onRemove ? { onRemove } : {})} />
      {filter.parts.map((part, at) => {
        const own = { onRemove: () => onChange(removePart(filter, at)) };
        const number = String(at + 1);
        return isGroup(part) ? (
          <FilterBuilder
            key={at}
            {...{ fields, groups, isFull }}
            filter={part}
            depth={depth + 1}
            name={words.group(number)}
            onChange={(next) => onChange(replacePart(filter, at, next))}
            {...own}
          />
        ) : (
          <ConditionRow
            // another field starts its inputs anew
            key={`${at} ${part.field} ${part.operator}`}
            {...{ fields, groups }}
            name={words.condition(number)}
            condition={part}
            onChange={(next) => onChange(replacePart(filter, at, next))}
            {...own}
          />
        );
      })}
      <div className={styles.foot}>
        <Button
          size="small"
          icon={<AddRegular />}
          disabled={isFull}
          onClick={() => onChange(addPart(filter, newCondition))}
        >
          {words.add}
        </Button>
        {mayHoldGroups(depth) && (
          <Button
            size="small"
            appearance="subtle"
            icon={<GroupListRegular />}
            disabled={isFull}
            onClick={addGroup}
          >
            {words.addGroup}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

type MatchHeadProps = {
  filter: ListGroup;
  onChange: (filter: ListGroup) => void;
  label: string;
  onRemove?: () => void;
};

function MatchHead({ filter, onChange, label, onRemove }: MatchHeadProps) {
  const styles = useStyles();
  const id = useId();
  const { filter: words } = useListMessages().list;
  return (
    <div className={styles.head}>
      <label htmlFor={id} className={styles.label}>
        {words.match}
      </label>
      <Select
        id={id}
        size="small"
        aria-label={`${label}: ${words.match}`}
        value={filter.match}
        onChange={(_event, data) => onChange({ ...filter, match: data.value === 'any' ? 'any' : 'all' })}
      >
        <option value="all">{words.all}</option>
        <option value="any">{words.any}</option>
      </Select>
      {onRemove && (
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={`${label}: ${words.removeGroup}`}
          onClick={onRemove}
        />
      )}
    </div>
  );
}

/** The server takes no more than this. */
export function isFilterFull(conditions: number): boolean {
  return conditions >= filterLimits.conditions;
}

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    borderTopStyle: 'none',
    borderRightStyle: 'none',
    borderBottomStyle: 'none',
    borderLeftStyle: 'none',
  },
  inner: {
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeftStyle: 'solid',
    borderLeftWidth: '2px',
    borderLeftColor: tokens.colorNeutralStroke1,
  },
  head: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  foot: { display: 'flex', columnGap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
});
