// One cause of the tree in the settings: indented by its level, with what can be done with it behind "…".
import {
  Badge,
  Button,
  Input,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import {
  causeLevels,
  removeComplaintCause,
  updateComplaintCause,
  type ComplaintCause,
} from '#contract/complaint-cause.ts';
import { useCauseSettingsMessages } from '../messages/complaint-cause-messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ChoiceField } from '../ui/choice-field.tsx';
import { useSend } from '../use-send.ts';
import { CauseRefusal } from './cause-refusal.tsx';

type CauseRowProps = {
  cause: ComplaintCause;
  items: ComplaintCause[];
  onAddUnder: () => void;
  /** The form for a new cause under it. */
  children: ReactNode;
};
type Open = 'rename' | 'move' | null;

export function CauseRow({ cause, items, onAddUnder, children }: CauseRowProps) {
  const styles = useStyles();
  const words = useCauseSettingsMessages();
  const [open, setOpen] = useState<Open>(null);
  const update = useSend(updateComplaintCause, { onDone: () => setOpen(null) });
  const remove = useSend(removeComplaintCause);
  const error = update.error ?? remove.error;
  const at = { ifMatch: cause.version };
  const handleChange = (change: Omit<Parameters<typeof update.send>[0], 'id'>) =>
    update.send({ id: cause.id, ...change }, at);
  return (
    <li className={[undefined, styles.second, styles.third][cause.level - 1]}>
      {open === 'rename' ? (
        <RenameForm cause={cause} onSave={(name) => handleChange({ name })} onCancel={() => setOpen(null)} />
      ) : (
        <div className={styles.shown}>
          <span className={mergeClasses(styles.name, cause.isRetired && styles.quiet)}>
            {cause.name} {cause.isRetiredItself && <Badge appearance="outline">{words.retired}</Badge>}
            {cause.uses > 0 && <span className={styles.uses}>{words.uses(cause.uses)}</span>}
          </span>
          <CauseMenu
            cause={cause}
            items={items}
            onOpen={setOpen}
            onAddUnder={onAddUnder}
            onChange={handleChange}
            onRemove={() => remove.send({ id: cause.id }, at)}
          />
        </div>
      )}
      {open === 'move' && (
        <MoveForm
          cause={cause}
          items={items}
          onSave={(parentId) => handleChange({ parentId })}
          onCancel={() => setOpen(null)}
        />
      )}
      {error && <CauseRefusal error={error} />}
      {children}
    </li>
  );
}

type CauseMenuProps = Pick<CauseRowProps, 'cause' | 'items' | 'onAddUnder'> & {
  onOpen: (open: Open) => void;
  onChange: (change: { position?: number; isRetired?: boolean }) => void;
  onRemove: () => void;
};

function CauseMenu({ cause, items, onAddUnder, onOpen, onChange, onRemove }: CauseMenuProps) {
  const words = useCauseSettingsMessages();
  const siblings = items.filter((one) => one.parentId === cause.parentId).length;
  const isUnused = cause.uses === 0 && !items.some((one) => one.parentId === cause.id);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<MoreHorizontal20Regular />}
          aria-label={words.actions(cause.name)}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => onOpen('rename')}>{words.rename}</MenuItem>
          {cause.level < causeLevels && <MenuItem onClick={onAddUnder}>{words.addUnder}</MenuItem>}
          {cause.position > 0 && (
            <MenuItem onClick={() => onChange({ position: cause.position - 1 })}>{words.up}</MenuItem>
          )}
          {cause.position < siblings - 1 && (
            <MenuItem onClick={() => onChange({ position: cause.position + 1 })}>{words.down}</MenuItem>
          )}
          <MenuItem onClick={() => onOpen('move')}>{words.move}</MenuItem>
          <MenuItem onClick={() => onChange({ isRetired: !cause.isRetiredItself })}>
            {cause.isRetiredItself ? words.restore : words.retire}
          </MenuItem>
          {isUnused && <MenuItem onClick={onRemove}>{words.remove}</MenuItem>}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

type RenameFormProps = { cause: ComplaintCause; onSave: (name: string) => void; onCancel: () => void };

function RenameForm({ cause, onSave, onCancel }: RenameFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = useCauseSettingsMessages();
  const [name, setName] = useState(cause.name);
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') onSave(name.trim());
      }}
    >
      <Input
        aria-label={words.newName(cause.name)}
        className={styles.name}
        maxLength={100}
        value={name}
        onChange={(_event, data) => setName(data.value)}
      />
      <Button type="submit" appearance="primary">
        {words.save}
      </Button>
      <Button onClick={onCancel}>{messages.common.cancel}</Button>
    </form>
  );
}

type MoveFormProps = Pick<CauseRowProps, 'cause' | 'items'> & {
  onSave: (parentId: string | null) => void;
  onCancel: () => void;
};

const top = 'top';

/** Offers every place that leaves no circle and no fourth level. */
function MoveForm({ cause, items, onSave, onCancel }: MoveFormProps) {
  const styles = useStyles();
  const messages = useMessages();
  const words = useCauseSettingsMessages();
  const [parent, setParent] = useState(cause.parentId ?? top);
  const nameOf = (one: ComplaintCause): string => {
    const above = items.find((other) => other.id === one.parentId);
    return above === undefined ? one.name : `${nameOf(above)} › ${one.name}`;
  };
  const places = placesFor(cause, items).map((one) => ({ value: one.id, label: nameOf(one) }));
  return (
    <div className={styles.move}>
      <ChoiceField
        label={words.moveUnder(cause.name)}
        options={[{ value: top, label: words.firstLevel }, ...places]}
        value={parent}
        onChange={setParent}
      />
      <div className={styles.line}>
        <Button appearance="primary" onClick={() => onSave(parent === top ? null : parent)}>
          {words.save}
        </Button>
        <Button onClick={onCancel}>{messages.common.cancel}</Button>
      </div>
    </div>
  );
}

/** Where a cause may stand with all under it. */
function placesFor(cause: ComplaintCause, items: ComplaintCause[]): ComplaintCause[] {
  const branch = new Set([cause.id]);
  for (const one of items) if (one.parentId !== null && branch.has(one.parentId)) branch.add(one.id);
  const deepest = Math.max(...items.filter((one) => branch.has(one.id)).map((one) => one.level));
  const height = deepest - cause.level + 1;
  return items.filter((one) => !branch.has(one.id) && !one.isRetired && one.level + height <= causeLevels);
}

const useStyles = makeStyles({
  second: { paddingInlineStart: tokens.spacingHorizontalXXL },
  third: { paddingInlineStart: `calc(2 * ${tokens.spacingHorizontalXXL})` },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minHeight: '36px',
  },
  shown: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS, minHeight: '36px' },
  name: { ...typographyStyles.body1, flex: '1 1 120px', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  uses: { ...typographyStyles.caption1, display: 'block', color: tokens.colorNeutralForeground3 },
  move: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
});
