import { useEffect, useRef, type RefObject } from 'react';

/** Says how high the dock of a narrow page is, so that nothing comes to lie under it. */
export function useDock(): RefObject<HTMLElement | null> {
  const dock = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!dock.current) return;
    const { style } = document.documentElement;
    const looking = new ResizeObserver(([entry]) => {
      style.setProperty('--dock', `${Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0)}px`);
    });
    looking.observe(dock.current);
    return () => {
      looking.disconnect();
      style.removeProperty('--dock');
    };
  }, []);
  return dock;
}
