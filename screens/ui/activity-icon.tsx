// One icon per channel and direction, the same in every list.
import {
  CallInbound20Regular,
  CallOutbound20Regular,
  Cart20Regular,
  Chat20Regular,
  CommentError20Regular,
  DocumentText20Regular,
  Globe20Regular,
  Location20Regular,
  Mail20Regular,
  MailArrowDown20Regular,
  MailArrowUp20Regular,
  People20Regular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Activity } from '#contract/activity.ts';

type Icons = Record<Activity['kind'], Record<Activity['direction'], ReactElement>>;
const both = (icon: ReactElement) => ({ inbound: icon, outbound: icon });

const icons: Icons = {
  email: { inbound: <MailArrowDown20Regular />, outbound: <MailArrowUp20Regular /> },
  call: { inbound: <CallInbound20Regular />, outbound: <CallOutbound20Regular /> },
  visit: both(<Location20Regular />),
  chat: both(<Chat20Regular />),
  meeting: both(<People20Regular />),
  letter: both(<Mail20Regular />),
  fax: both(<Mail20Regular />),
  sms: both(<Chat20Regular />),
  web: both(<Globe20Regular />),
  order: both(<Cart20Regular />),
  quote: both(<DocumentText20Regular />),
  complaint: both(<CommentError20Regular />),
};

/** The icon of an activity; decoration, the kind is written beside it. */
export function activityIcon(activity: Pick<Activity, 'kind' | 'direction'>): ReactElement {
  return icons[activity.kind][activity.direction];
}
