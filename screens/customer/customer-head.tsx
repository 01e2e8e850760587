// The head of a customer's page: name, rating, one line of facts, and what one can record.
import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import {
  Add20Regular,
  ArrowLeft20Regular,
  Building24Regular,
  CalendarAdd20Regular,
  CommentError20Regular,
  MoreHorizontal20Regular,
  PersonAdd20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Format } from '../format.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { useWideMessages, type WideMessages } from '../messages/wide-messages.ts';
import { RatingBadge } from '../ui/rating-badge.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import type { Width } from '../use-width.ts';
import type { CustomerParts } from './customer-page.tsx';
import type { Errand } from './use-errand.ts';

type CustomerHeadProps = CustomerParts & { width: Width; onBack: () => void };

export function CustomerHead({ cockpit, width, onErrand, onBack }: CustomerHeadProps) {
  const styles = useStyles();
  const messages = useMessages();
  const { customerPage } = useWideMessages();
  const format = useFormat();
  const { customer } = cockpit;
  return (
    <div className={styles.head}>
      <Button
        appearance="subtle"
        icon={<ArrowLeft20Regular />}
        aria-label={messages.common.back}
        onClick={onBack}
      />
      {width !== 'narrow' && (
        <Avatar
          shape="square"
          size={48}
          color="neutral"
          icon={<Building24Regular />}
          name={customer.name}
          initials=""
          aria-hidden
        />
      )}
      <div className={styles.words}>
        <div className={styles.line}>
          <h1 className={styles.name} title={customer.name}>
            {customer.name}
          </h1>
          {customer.rating && <RatingBadge rating={customer.rating} />}
        </div>
        <p className={styles.facts}>{facts(cockpit, width, { page: customerPage, messages }, format)}</p>
      </div>
      <HeadActions width={width} onErrand={onErrand} />
    </div>
  );
}

interface HeadAction {
  kind: Errand['kind'];
  label: string;
  icon: ReactElement;
}
/** How many stand as buttons; the others are behind "…". */
const shownByWidth: Record<Width, number> = { wide: 3, middle: 2, narrow: 1 };

function HeadActions({ width, onErrand }: Pick<CustomerHeadProps, 'width' | 'onErrand'>) {
  const styles = useStyles();
  const messages = useMessages();
  const words = useWideMessages().customerPage.actions;
  const { may } = useRights();
  const actions: HeadAction[] = [
    ...(may('activity.log')
      ? [{ kind: 'record', label: words.record, icon: <Add20Regular /> } as const]
      : []),
    ...(may('complaint.create')
      ? [{ kind: 'complaint', label: words.complaint, icon: <CommentError20Regular /> } as const]
      : []),
    ...(may('follow_up.create')
      ? [{ kind: 'follow_up', label: words.followUp, icon: <CalendarAdd20Regular /> } as const]
      : []),
    ...(may('customer.create')
      ? [{ kind: 'new_contact', label: words.newContact, icon: <PersonAdd20Regular /> } as const]
      : []),
  ];
  const shown = actions.slice(0, shownByWidth[width]);
  const rest = actions.slice(shownByWidth[width]);
  return (
    <div className={styles.actions}>
      {shown.map(({ kind, label, icon }, index) => (
        <Button
          key={kind}
          appearance={index === 0 ? 'primary' : 'secondary'}
          icon={icon}
          className={styles.button}
          onClick={() => onErrand(kind)}
          {...(width === 'narrow' ? { 'aria-label': label } : {})}
        >
          {width === 'narrow' ? null : label}
        </Button>
      ))}
      {rest.length > 0 && (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button
              appearance="subtle"
              icon={<MoreHorizontal20Regular />}
              aria-label={messages.common.more}
            />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {rest.map(({ kind, label, icon }) => (
                <MenuItem key={kind} icon={icon} onClick={() => onErrand(kind)}>
                  {label}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      )}
    </div>
  );
}

type FactWords = { page: WideMessages['customerPage']; messages: Messages };

/** On a phone only what tells this customer from another. */
function facts(cockpit: Cockpit, width: Width, { page, messages }: FactWords, format: Format): string {
  const { customer, lastVisitOn } = cockpit;
  const short = [
    customer.number === null ? null : messages.common.customerNumber(customer.number),
    [customer.postcode, customer.city].filter(Boolean).join(' '),
  ];
  const long = [
    customer.territory && page.head.territory(customer.territory.name),
    customer.owner ? page.head.owner(customer.owner.name) : page.head.noOwner,
    lastVisitOn && page.head.lastVisit(format.date(lastVisitOn)),
  ];
  return [...short, ...(width === 'narrow' ? [] : long)].filter(Boolean).join(' · ');
}

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    '@media (max-width: 599px)': {
      columnGap: tokens.spacingHorizontalXS,
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    },
  },
  words: { flex: '1 1 280px', minWidth: 0, '@media (max-width: 599px)': { flexBasis: '160px' } },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: {
    ...typographyStyles.subtitle1,
    margin: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '@media (max-width: 599px)': { ...typographyStyles.subtitle2 },
  },
  facts: { ...typographyStyles.caption1, margin: 0, color: tokens.colorNeutralForeground3 },
  actions: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, flexShrink: 0 },
  button: { whiteSpace: 'nowrap' },
});
