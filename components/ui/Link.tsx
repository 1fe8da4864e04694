// A link out of our pages: a new tab, which learns nothing of where it was opened from.
import type { ReactNode } from 'react';
import { VisuallyHidden } from './VisuallyHidden';

/** Only https addresses become links; anything else stays plain text. */
export function Link({ href, children }: { href: string | null; children: ReactNode }) {
  if (!href?.startsWith('https://')) return <>{children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
    </a>
  );
}
