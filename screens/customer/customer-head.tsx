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
  Archive20Regular,
  ArrowLeft20Regular,
  Building24Regular,
  CalendarAdd20Regular,
  CommentError20Regular,
  Edit20Regular,
  LocationAdd20Regular,
  MoreHorizontal20Regular,
  Person24Regular,
  PersonAdd20Regular,
  Prohibited20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Customer } from '#contract/customer.ts';
import type { Format } from '../format.ts';
import { useCustomerDataMessages } from '../messages/customer-data-messages.ts';
import { useMessages, type Messages } from '../messages/use-messages.ts';
import { useWideMessages, type WideMessages } from '../messages/wide-messages.ts';
import { CustomerMarks } from '../ui/customer-marks.tsx';
import { RatingBadge } from '../ui/rating-badge.tsx';
import { useFormat } from '../use-format.ts';
import { useRights } from '../use-me.ts';
import type { Width } from '../use-width.ts';
import type { CustomerParts } from './customer-page.tsx';
import { useCustomerMoves } from './use-customer-moves.ts';

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
          icon={customer.kind === 'private' ? <Person24Regular /> : <Building24Regular />}
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
          <HeadMarks customer={customer} />
        </div>
        <p className={styles.facts}>{facts(cockpit, width, { page: customerPage, messages }, format)}</p>
      </div>
      <HeadActions customer={customer} width={width} onErrand={onErrand} />
    </div>
  );
}

/** Why it is blocked and since when it is archived are its tooltips. */
function HeadMarks({ customer }: { customer: Customer }) {
  const format = useFormat();
  const { archivedNote } = useCustomerDataMessages().state;
  const { blocked, archivedAt } = customer;
  const notes = {
    ...(blocked?.reason ? { blocked: blocked.reason } : {}),
    ...(archivedAt === null ? {} : { archived: archivedNote(format.date(archivedAt)) }),
  };
  return <CustomerMarks customer={customer} notes={notes} />;
}

interface HeadAction {
  name: string;
  label: string;
  icon: ReactElement;
  onPress: () => void;
}
/** How many stand as buttons; the others are behind "…". */
const shownByWidth: Record<Width, number> = { wide: 3, middle: 2, narrow: 1 };

type HeadActionsProps = Pick<CustomerHeadProps, 'width' | 'onErrand'> & { customer: Customer };

function HeadActions({ customer, width, onErrand }: HeadActionsProps) {
  const styles = useStyles();
  const messages = useMessages();
  const errands = useErrandActions(onErrand);
  const moves = useStateActions(customer, onErrand);
  const shown = errands.slice(0, shownByWidth[width]);
  const rest = [...errands.slice(shownByWidth[width]), ...moves];
  return (
    <div className={styles.actions}>
      {shown.map(({ name, label, icon, onPress }, index) => (
        <Button
          key={name}
          appearance={index === 0 ? 'primary' : 'secondary'}
          icon={icon}
          className={styles.button}
          onClick={onPress}
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
              {rest.map(({ name, label, icon, onPress }) => (
                <MenuItem key={name} icon={icon} onClick={onPress}>
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

type OnErrand = CustomerParts['onErrand'];

function useErrandActions(onErrand: OnErrand): HeadAction[] {
  const words = useWideMessages().customerPage.actions;
  const { may } = useRights();
  const all = [
    ['activity.log', 'record', words.record, <Add20Regular key="record" />],
    ['complaint.create', 'complaint', words.complaint, <CommentError20Regular key="complaint" />],
    ['follow_up.create', 'follow_up', words.followUp, <CalendarAdd20Regular key="follow_up" />],
    ['follow_up.create', 'visit', words.visit, <LocationAdd20Regular key="visit" />],
    ['customer.create', 'new_contact', words.newContact, <PersonAdd20Regular key="new_contact" />],
  ] as const;
  return all
    .filter(([permission]) => may(permission))
    .map(([, kind, label, icon]) => ({ name: kind, label, icon, onPress: () => onErrand(kind) }));
}

/** What is done to the customer as a whole; rare, so behind "…". */
function useStateActions(customer: Customer, onErrand: OnErrand): HeadAction[] {
  const { state: words } = useCustomerDataMessages();
  const { may } = useRights();
  const { move } = useCustomerMoves(customer);
  if (!may('customer.edit')) return [];
  const isBlocked = customer.blocked !== null;
  const isArchived = customer.archivedAt !== null;
  return [
    {
      name: 'edit_customer',
      label: words.edit,
      icon: <Edit20Regular />,
      onPress: () => onErrand('edit_customer'),
    },
    {
      name: 'block',
      label: isBlocked ? words.unblock : words.block,
      icon: <Prohibited20Regular />,
      onPress: () => (isBlocked ? move('unblock') : onErrand('block')),
    },
    {
      name: 'archive',
      label: isArchived ? words.restore : words.archive,
      icon: <Archive20Regular />,
      onPress: () => move(isArchived ? 'restore' : 'archive'),
    },
  ];
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
