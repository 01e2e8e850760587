// The open "…" menu of an action bar; a chunk of its own, loaded when it is first reached for.
import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ComponentProps } from 'react';
import type { Action } from './action-bar.tsx';

type MoreMenuProps = { actions: Action[]; trigger: ComponentProps<typeof Button> };

/** Opens itself when drawn: it was asked for. */
export function MoreMenu({ actions, trigger }: MoreMenuProps) {
  return (
    <Menu defaultOpen>
      <MenuTrigger disableButtonEnhancement>
        <Button {...trigger} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={`action-${action.id}`}
              onClick={action.onPress}
              disabled={action.isDisabled ?? false}
              {...(action.icon ? { icon: action.icon } : {})}
            >
              {action.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
