/** How Mantine looks here: compact sizes, our surfaces in both themes, one accent, rings that can be seen. */
import { createTheme, type CSSVariablesResolver } from '@mantine/core';
import { t } from '../words/words.ts';
import { colors, cssVariables } from './colors.ts';

const { dark } = colors;

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  defaultRadius: 'sm',
  // Shipped with the app: the same on every machine, with figures of one width for columns of numbers.
  fontFamily: '"Inter Variable", "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.125rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.875rem' } },
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    dark: [
      dark.text,
      '#c3c9d1',
      dark.quiet,
      '#8a929d',
      '#565d67',
      '#3d434b',
      dark.surfaces.raised,
      dark.surfaces.body,
      dark.surfaces.side,
      '#101215',
    ],
  },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'sm' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } } },
    Modal: {
      defaultProps: { transitionProps: { duration: 80 }, closeButtonProps: { 'aria-label': t('shell.close') } },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('shell.close') } } },
    // The placeholder is a focusable element without a role, which a menu may not hold.
    Menu: {
      defaultProps: { transitionProps: { duration: 60 }, shadow: 'md', withInitialFocusPlaceholder: false },
    },
  },
});

export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...cssVariables('light'),
    '--mantine-color-body': colors.light.surfaces.body,
    '--mantine-color-text': colors.light.text,
    '--mantine-color-dimmed': colors.light.quiet,
    '--mantine-color-placeholder': colors.light.quiet,
    '--mantine-color-error': colors.light.states.failed,
    '--mantine-color-default-border': colors.light.line,
    '--input-bd': colors.light.edge,
  },
  dark: {
    ...cssVariables('dark'),
    '--mantine-color-body': dark.surfaces.body,
    '--mantine-color-text': dark.text,
    '--mantine-color-dimmed': dark.quiet,
    '--mantine-color-placeholder': dark.quiet,
    '--mantine-color-error': dark.states.failed,
    '--mantine-color-default-border': dark.line,
    '--input-bd': dark.edge,
  },
});
