// The note as it will stand in the CRM: the rep's part to edit, the record under it as it is.
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/TextArea';
import { noteRoom, type Plan } from '@/lib/qualification';
import { NOTE_TEXT_MOST } from '@/lib/qualification/answers/draft';
import { edge } from '../gate/read-through';
import { useSidebar } from '../store/useSidebar';
import styles from './NotePreview.module.css';
import section from './Review.module.css';

export function NotePreview({ note, edited }: { note: Plan['note']; edited: string | null }) {
  const { decisions } = useSidebar();
  return (
    <section className={section.section}>
      <div>
        <span className={styles.edge} {...edge} />
        <TextArea
          label="Note"
          rows={8}
          maxLength={Math.min(NOTE_TEXT_MOST, noteRoom(note))}
          dir="auto"
          value={edited ?? note.text}
          onChange={(text) => decisions.editNote(text)}
        />
      </div>
      {edited !== null && (
        <p>
          <Button look="plain" onClick={() => decisions.editNote(null)}>
            Write it anew from the answers
          </Button>
        </p>
      )}
      <details className={styles.record} open>
        <summary className={styles.summary}>Evidence, added as it is</summary>
        <pre className={styles.text} dir="auto">
          {note.record}
        </pre>
      </details>
    </section>
  );
}
