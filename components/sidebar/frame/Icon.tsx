// The few line icons of the frame.
import styles from './Icon.module.css';

const shapes = {
  right: 'M3.5 4l4 4-4 4M8.5 4l4 4-4 4',
  left: 'M7.5 4l-4 4 4 4M12.5 4l-4 4 4 4',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

export function Icon({ name }: { name: keyof typeof shapes }) {
  return (
    <svg
      className={styles.icon}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
