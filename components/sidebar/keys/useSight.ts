// Whether what the rep is about to confirm has been on screen for long enough: watched while it is there.
import { type RefObject, useEffect, useState } from 'react';
import { useSidebar } from '../store/useSidebar';
import type { Sight } from './on-screen';

export function useSight(of: RefObject<Element | null>): Sight {
  const { sight: watch, gate } = useSidebar();
  const [sight, setSight] = useState<Sight>('soon');
  useEffect(() => {
    const element = of.current;
    if (!element) return;
    const stop = watch(element, (now) => {
      gate.setReady(now === 'ready');
      setSight(now);
    });
    return () => {
      stop();
      gate.setReady(false);
    };
  }, [of, watch, gate]);
  return sight;
}
