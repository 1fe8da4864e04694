// What has to be known of this record beside the answers: what could not be read, kept or carried over.
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { ProblemNotice } from '../frame/ProblemNotice';
import type { Sheet } from '../store/state';
import { useSidebar, useSidebarState } from '../store/useSidebar';
import { whenWords } from '../words/time';
import styles from './Notices.module.css';

export function Notices({ sheet }: { sheet: Sheet }) {
  const { page, now, decisions } = useSidebar();
  const problem = useSidebarState((state) => state.problem);
  const { snapshot, readProblem, saveProblem, carried } = sheet;
  const lost = carried ? carried.gone.length : 0;
  const age =
    snapshot && readProblem
      ? `Your answers are kept. Last read ${whenWords(snapshot.readAt, now())}.`
      : undefined;
  const unsent = sheet.submission !== null;
  const show =
    unsent ||
    readProblem ||
    saveProblem ||
    problem ||
    carried ||
    snapshot?.mergedFrom ||
    (snapshot?.gaps.length ?? 0) > 0;
  if (!show) return null;
  return (
    <div className={styles.notices}>
      {unsent && (
        <Notice
          tone="care"
          brief
          title="Not written yet"
          actions={<Button onClick={() => decisions.show({ name: 'sending' })}>Look</Button>}
        >
          <p>What you confirmed has not got through.</p>
        </Notice>
      )}
      {readProblem && <ProblemNotice problem={readProblem} also={age} brief={snapshot !== null} />}
      {saveProblem && <ProblemNotice problem={saveProblem} onRetry={page.saveDraft} brief />}
      {problem && <ProblemNotice problem={problem} brief />}
      {snapshot?.mergedFrom && (
        <Notice tone="care" brief title="This record was merged into another">
          <p>What you see and write is the record that it became.</p>
        </Notice>
      )}
      {carried && (
        <Notice tone="info" brief title={`The playbook is now version ${carried.draft.playbook.version}`}>
          <p>
            {lost === 0
              ? 'Your answers were carried over.'
              : `Your answers were carried over, except ${lost} that it no longer asks for.`}
          </p>
        </Notice>
      )}
      {snapshot && snapshot.gaps.length > 0 && (
        <Notice tone="info" brief title={`Not read: ${snapshot.gaps.map((gap) => gap.what).join(', ')}`}>
          {[...new Set(snapshot.gaps.map((gap) => gap.why))].map((why) => (
            <p key={why}>{why}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}
