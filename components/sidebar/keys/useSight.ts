// Whether what the rep is about to confirm has been on screen for long enough: watched while it is there, anew when it changes.
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react';
import type { Sight } from '../gate/on-screen';
import { useSidebar } from '../store/useSidebar';

/** `content`: what is to be read there (content.ts); null: it is not all there yet, and nothing can have been read. */
export function useSight(of: RefObject<Element | null>, content: string | null): Sight {
  const { sight: watch, gate } = useSidebar();
  const early = useSyncExternalStore(gate.subscribe, gate.early);
  const [last, setLast] = useState<{ content: string; sight: Sight } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever was too early is to read it anew
  useEffect(() => {
    const element = of.current;
    if (!element || content === null) return;
    const stop = watch(element, (sight) => {
      gate.setSeen(sight === 'ready' ? content : null, sight === 'soon');
      setLast({ content, sight });
    });
    return () => {
      stop();
      gate.setSeen(null);
    };
  }, [of, watch, gate, content, early]);
  // That other content was ready holds for that alone; what is in the way of it is so still, until it is told otherwise.
  return last && (last.content === content || last.sight !== 'ready') ? last.sight : 'soon';
}
