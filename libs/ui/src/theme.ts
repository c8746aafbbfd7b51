import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** Ten steps of the one accent, light to dark. */
const plum: MantineColorsTuple = [
  '#f9f0f5',
  '#f5e9f0',
  '#f2c3de',
  '#e7a3ca',
  '#d27db0',
  '#b65a93',
  '#97407a',
  '#78235a',
  '#5c1743',
  '#3d0d2c',
];

/** Mantine in our type and colours; a part's class decides on everything else. */
export const theme = createTheme({
  primaryColor: 'plum',
  primaryShade: { light: 7, dark: 3 },
  colors: { plum },
  autoContrast: true,
  focusRing: 'auto',
  defaultRadius: 6,
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--serif)' },
  shadows: { xs: 'none', sm: 'var(--float)', md: 'var(--float)', lg: 'var(--float)', xl: 'var(--float)' },
});

const OURS = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--bad)',
};

/** Mantine's colours are our tokens, which know both themes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: OURS, dark: OURS });
