/** Doors at which something waits until a test opens them. */
export interface Gates {
  /** Waits at a door; open ones are passed at once. */
  at(name: string): Promise<void>;
  /** Whether somebody has come to a door since it was last shut. */
  isReached(name: string): boolean;
  open(name: string): void;
  /** Forgets who came; those who wait go on waiting. */
  reset(name: string): void;
}

export function gates(): Gates {
  const doors = new Map<string, Door>();
  const door = (name: string) => {
    const known = doors.get(name) ?? newDoor();
    doors.set(name, known);
    return known;
  };
  return {
    async at(name) {
      const here = door(name);
      here.isReached = true;
      await here.opened;
    },
    isReached: (name) => door(name).isReached,
    open: (name) => door(name).open(),
    reset: (name) => void (door(name).isReached = false),
  };
}

interface Door {
  readonly opened: Promise<void>;
  readonly open: () => void;
  isReached: boolean;
}

function newDoor(): Door {
  let open = () => {
    /* before anybody asked */
  };
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open(), isReached: false };
}
