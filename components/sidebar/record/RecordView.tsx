// One record: the ladder stays, and under it is the question, an outcome, the review, or what became of it.

import { useEffect } from 'react';
import { later } from '@/components/ui/later';
import type { OpenRecord } from '../store/useSidebar';
import { AskView } from './AskView';
import { Ladder } from './Ladder';

// Wanted now and then only: what is on the page before the first question stays small.
const Guidance = later(() => import('../guidance/Guidance').then((part) => part.Guidance));
const Compare = later(() => import('../compare/Compare').then((part) => part.Compare));

// Wanted on most calls, but after the first question: loaded while the rep reads that.
const Outcome = later(() => import('../outcome/Outcome').then((part) => part.Outcome));
const Review = later(() => import('../review/Review').then((part) => part.Review));
const Sending = later(() => import('../sending/Sending').then((part) => part.Sending));
/** What a record's view may need next. */
export const upcoming = [Review, Sending, Outcome];

export function RecordView({ record }: { record: OpenRecord }) {
  const { view } = record.sheet;
  useEffect(() => {
    // Not every browser has it; there each part is loaded when it is shown.
    const idle = window.requestIdleCallback?.(() => {
      for (const part of upcoming) void part.ahead();
    });
    return () => window.cancelIdleCallback?.(idle);
  }, []);
  return (
    <>
      <Ladder record={record} />
      {view.name === 'ask' && <AskView record={record} />}
      {view.name === 'guidance' && <Guidance record={record} />}
      {view.name === 'outcome' && <Outcome key={view.outcome} record={record} id={view.outcome} />}
      {view.name === 'compare' && <Compare record={record} row={view.row} open={view.open} />}
      {view.name === 'review' && <Review record={record} />}
      {view.name === 'sending' && <Sending record={record} />}
    </>
  );
}
