// A page without a record that can be qualified.
import type { Place } from '@/lib/record/record';
import { spot } from '../keys/focus';
import styles from './PlaceView.module.css';

export function Unsupported({ place }: { place: Place | null }) {
  const what = place?.role === 'none' ? place.what.trim() : '';
  return (
    <section className={styles.view}>
      <h2 className={styles.title} tabIndex={-1} data-keys={spot.question}>
        Open a contact to begin
      </h2>
      <p className={styles.text}>
        {what ? `This page is ${what}. ` : ''}
        Stagecheck works beside a person, and beside a company or deal with its people. It follows you there
        by itself.
      </p>
    </section>
  );
}
