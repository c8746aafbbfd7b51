import { useMantineColorScheme } from '@mantine/core';

/** Light, dark, or as the system has it. */
export function ThemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const now = THEMES.find(({ scheme }) => scheme === colorScheme) ?? THEMES[0];
  return (
    <button
      type="button"
      className="btn is-plain is-small"
      aria-label={`Theme: ${now.words}`}
      title={`Theme: ${now.words}`}
      onClick={() => setColorScheme(now.next)}
    >
      <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="5.5" fill={now.scheme === 'dark' ? 'currentColor' : 'none'} />
        {now.scheme === 'auto' && <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />}
      </svg>
    </button>
  );
}

const THEMES = [
  { scheme: 'auto', words: 'as the system', next: 'light' },
  { scheme: 'light', words: 'light', next: 'dark' },
  { scheme: 'dark', words: 'dark', next: 'auto' },
] as const;
