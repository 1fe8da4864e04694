// A part that is loaded when it is first wanted. React's own lazy holds such a part back for 300 ms; here it shows at once.

import { type ComponentType, useEffect, useState } from 'react';
import { reported } from '../../lib/diagnostics/report';

/** `ahead` loads the part before it is wanted; a load that fails then is tried anew when the part is shown. */
export type Later<P extends object> = ComponentType<P> & { ahead(): Promise<void> };

/** Gives a component that shows nothing until `load` is done; a load that failed is thrown, and tried anew when shown again. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let part: ComponentType<P> | null = null;
  async function loaded(): Promise<void> {
    part ??= await load();
  }
  function Later(props: P) {
    const [state, setState] = useState<{ loaded: boolean; failure?: unknown }>({ loaded: part !== null });
    useEffect(() => {
      if (part !== null) return;
      let shown = true;
      loaded().then(
        () => shown && setState({ loaded: true }),
        // Thrown below, where the page's error boundary reports it.
        (failure: unknown) => shown && setState({ loaded: false, failure }),
      );
      return () => {
        shown = false;
      };
    }, []);
    if (state.failure !== undefined) throw state.failure;
    const Part = part;
    return Part && <Part {...props} />;
  }
  return Object.assign(Later, { ahead: () => loaded().catch(reported('view.later', undefined)) });
}
