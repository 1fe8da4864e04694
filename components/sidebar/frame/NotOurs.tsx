// What a frame shows that our content script did not put there, or can't reach any more: it asks nothing and takes no key.
import styles from './NotOurs.module.css';

export function NotOurs() {
  return (
    <p className={styles.line}>
      Stagecheck was not opened here by its own button or key, so it does nothing. If it was you who opened
      it, reload the page.
    </p>
  );
}
