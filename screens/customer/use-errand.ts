// What is open in the panel at the side, and where the focus goes back to when it closes.
import { useRef, useState } from 'react';
import type { Activity } from '#contract/activity.ts';
import type { Cockpit } from '#contract/cockpit.ts';
import type { Contact, CustomerRef } from '#contract/customer.ts';
import type { DuplicatePair } from '#contract/duplicate.ts';

export type ErrandKind =
  | 'record'
  | 'complaint'
  | 'follow_up'
  | 'open_follow_up'
  | 'visit'
  | 'new_contact'
  | 'contact'
  | 'edit_entry'
  | 'merge_contacts'
  | 'merge_customers'
  | 'edit_customer'
  | 'addresses'
  | 'block';
export interface Errand {
  kind: ErrandKind;
  /** Null: the panel asks for the customer first. */
  customer: CustomerRef | null;
  cockpit?: Cockpit;
  followUpId?: string;
  contact?: Contact;
  activity?: Activity;
  /** Two contacts that may be one person. */
  pair?: { one: string; other: string };
  /** This customer and another that may be the same. */
  twins?: DuplicatePair;
}

export interface ErrandState {
  errand: Errand | null;
  open: (errand: Errand) => void;
  close: () => void;
  /** For the panel, once it is out of sight: until then it keeps the focus to itself. */
  returnFocus: () => void;
}

export function useErrand(): ErrandState {
  const [errand, setErrand] = useState<Errand | null>(null);
  const opener = useRef<Element | null>(null);
  return {
    errand,
    open: (next) => {
      opener.current = openerNow();
      setErrand(next);
    },
    close: () => setErrand(null),
    returnFocus: () => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
      opener.current = null;
    },
  };
}

/** An entry of a menu is gone with its menu; the button that opened the menu stays. */
function openerNow(): Element | null {
  const active = document.activeElement;
  const isInMenu = active?.closest('[role="menu"]') ?? null;
  if (isInMenu === null) return active;
  return document.querySelector('[aria-haspopup="menu"][aria-expanded="true"]');
}
