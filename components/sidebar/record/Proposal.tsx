// The line under the verdict where the answers speak for an outcome: quiet, and one key from its reasons.
import { classes } from '@/components/ui/classes';
import { KeyCap } from '@/components/ui/KeyCap';
import type { Proposed } from '../store/proposed';
import { useSidebar } from '../store/useSidebar';
import { proposedWords } from '../words/verdict';
import styles from './Proposal.module.css';

/** `acts`: its key counts in the view under it; elsewhere the line is only read. `also`: what it stands in the place of. */
export function Proposal({ proposed, acts, also }: { proposed: Proposed; acts: boolean; also: string }) {
  const { decisions } = useSidebar();
  const words = proposedWords(proposed);
  const title = [words, also].filter(Boolean).join('. ');
  if (!acts)
    return (
      <p className={classes(styles.line, styles.words)} title={title}>
        {words}
      </p>
    );
  const { outcome, cap } = proposed;
  return (
    <button
      type="button"
      className={classes(styles.line, styles.acts)}
      title={title}
      {...(cap ? { 'aria-keyshortcuts': cap } : {})}
      onClick={() => decisions.show({ name: 'outcome', outcome: outcome.id })}
    >
      <span className={styles.words}>{words}</span>
      {cap && <KeyCap>{cap}</KeyCap>}
    </button>
  );
}
