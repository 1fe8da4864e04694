// Says, to those who listen, what the last key changed: the verdict, and the question now on the card.
import { useEffect, useState } from 'react';
import { VisuallyHidden } from '@/components/ui/VisuallyHidden';
import { proposedOf } from '../store/proposed';
import { useOpenRecord } from '../store/useSidebar';
import { proposedWords } from '../words/verdict';

export function Announcer() {
  const record = useOpenRecord();
  const [said, setSaid] = useState('');
  const playbook = record?.playbook.playbook;
  const proposed = record ? proposedOf(record) : null;
  const verdict = record?.sheet.snapshot ? `${record.derived.sentence}.` : '';
  const outcome = proposed ? `${proposedWords(proposed)}.` : '';
  const criterion = playbook?.criteria.find((one) => one.id === record?.asking);
  const asks = record?.sheet.view.name === 'ask';
  const question = asks && criterion ? criterion.ask : '';
  const words = [verdict, outcome, question].filter(Boolean).join(' ');
  useEffect(() => setSaid(words), [words]);
  return (
    <div aria-live="polite">
      <VisuallyHidden>{said}</VisuallyHidden>
    </div>
  );
}
