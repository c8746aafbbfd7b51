import { masked } from '../masked.ts';
import type { Settings } from '../settings.ts';

/** A text as it may be logged: without the secrets of the environment, and without the passwords of addresses. */
export function withoutSecrets(text: string, { environment }: Pick<Settings, 'environment'>): string {
  const known = Object.entries(environment).flatMap(([name, value = '']) => {
    const shown = masked(name, value);
    return value.length >= 8 && shown !== value ? [{ value, shown }] : [];
  });
  const bare = known.reduce((left, { value, shown }) => left.replaceAll(value, () => shown), text);
  return bare.replace(/(\w:\/\/[^\s:@/]*):[^\s@/]*@/g, '$1:…@');
}
