/** Who sits at this desk, with their roles, and everyone else who may sit down. */
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useAsk } from '../calls.ts';
import { useSession } from '../people.ts';
import { Icon } from '../ui/Icon.tsx';
import { t, word } from '../words/words.ts';
import classes from './TitleBar.module.css';

export const rolesText = (roles: readonly string[]): string =>
  roles.map(role => word('codes.role', role)).join(', ') || t('shell.person.noRoles');

export function PersonMenu() {
  const session = useSession();
  const { ask } = useAsk();
  const here = session?.person;
  const roles = here ? rolesText(here.roles) : '';
  return (
    <Menu position="bottom-end" width="min(320px, calc(100vw - 16px))" returnFocus>
      <Menu.Target>
        <UnstyledButton className={classes.person}>
          <Icon name="person" />
          <VisuallyHidden>
            {here ? t('shell.person.label', { name: here.name, roles }) : t('shell.person.nobody')}
          </VisuallyHidden>
          <span className={classes.personText} aria-hidden="true">
            <span className={classes.personName}>{here?.name ?? t('shell.person.nobody')}</span>
            <span className={classes.roles} title={roles}>
              {roles}
            </span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={classes.people}>
        <Menu.Label>{t('shell.person.heading')}</Menu.Label>
        <Menu.RadioGroup value={here?.id ?? null} onChange={personId => void ask('session.choose', { personId })}>
          {session?.people.map(person => (
            <Menu.RadioItem key={person.id} value={person.id} closeMenuOnClick checkIcon={<Icon name="check" />}>
              <span className={classes.personName}>{person.name}</span>
              <span className={classes.roles}>{rolesText(person.roles)}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
