/** Light, dark, or as the system has it. */
import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Icon } from '../ui/Icon.tsx';
import { t } from '../words/words.ts';

const schemes: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

export function ThemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const label = t('shell.theme.now', { name: t(`shell.theme.${colorScheme}`) });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} title={label}>
          <Icon name={colorScheme} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.theme.label')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={value => setColorScheme(schemes.find(scheme => scheme === value) ?? 'auto')}
        >
          {schemes.map(scheme => (
            <Menu.RadioItem
              key={scheme}
              value={scheme}
              closeMenuOnClick
              checkIcon={<Icon name="check" />}
              rightSection={<Icon name={scheme} />}
            >
              {t(`shell.theme.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
