/** How long somebody has, in words: `4 minutes`, `90 seconds`, `2 hours`. */
export function lengthWords(seconds: number): string {
  const [name, size] = UNITS.find(([, each]) => seconds >= each && seconds % each === 0) ?? ['second', 1];
  if (name === 'second' && seconds > 120)
    return `${counted(Math.floor(seconds / 60), 'minute')} and ${counted(seconds % 60, 'second')}`;
  const count = seconds / size;
  return counted(count, name);
}

const UNITS = [
  ['hour', 3600],
  ['minute', 60],
] as const;

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** How much time is left, in minutes and in the last minute in seconds. */
export function leftWords(left: number): string {
  if (left <= 0) return 'Time is over';
  if (left < 60) return `${left}\u00a0s left`;
  return left < 7200 ? `${Math.ceil(left / 60)}\u00a0min left` : `${Math.ceil(left / 3600)}\u00a0h left`;
}

/** What is said aloud of the time that is left: at few moments, and between them what was said last. */
export function spokenLeft(left: number, seconds: number): string {
  const moment = MOMENTS.find((each) => left <= each && each < seconds);
  if (moment === undefined) return '';
  return moment === 0 ? 'The time is over.' : `${lengthWords(moment)} left.`;
}

const MOMENTS = [0, 10, 60, 300];
