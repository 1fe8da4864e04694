// The support report: shown word for word first, then saved or copied by whoever has read it.
import { useEffect, useRef, useState } from 'react';
import { saveFile } from '@/components/shared/save-file';
import type { Shell } from '@/components/shared/shell';
import { Button } from '@/components/ui/Button';
import { supportReport, supportText } from '@/lib/support/support';
import styles from './Diagnostics.module.css';
import type { Test, View } from './diagnostics-store';
import report from './Report.module.css';
import { reportInput } from './report-input';

type Props = { view: View; tests: ReadonlyMap<string, Test>; shell: Shell; now: () => Date };

export function ReportPart({ view, tests, shell, now }: Props) {
  const [made, setMade] = useState<{ name: string; text: string } | null>(null);
  const [said, setSaid] = useState('');
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    if (made) region.current?.focus();
  }, [made]);

  const make = () => {
    const at = now();
    const text = supportText(supportReport(reportInput(view, tests, shell.versions(), at)));
    setMade({ name: `stagecheck-report-${at.toISOString().slice(0, 10)}.json`, text });
    setSaid('');
  };
  const copy = async ({ text }: { text: string }) =>
    setSaid(
      (await shell.copy(text)) ? 'Copied.' : 'The browser did not let it be copied. Save it as a file.',
    );

  return (
    <section className={styles.part} aria-labelledby="diagnostics-report">
      <h2 id="diagnostics-report">Report</h2>
      <p className={styles.soft}>
        The above for your admin, without keys, names, record ids, answers or words of the CRM. You see it
        before you save it, and nothing leaves this browser: who gets the file is up to you.
      </p>
      <div className={styles.actions}>
        <Button onClick={make}>{made ? 'Make it anew' : 'Show the report'}</Button>
        {made && (
          <>
            <Button look="primary" onClick={() => saveFile(made)}>
              Save as a file
            </Button>
            <Button onClick={() => void copy(made)}>Copy</Button>
          </>
        )}
        <span className={styles.soft} role="status">
          {said}
        </span>
      </div>
      {made && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        <section className={report.region} ref={region} tabIndex={0} aria-label="The report, as it is saved">
          <pre>{made.text}</pre>
        </section>
      )}
    </section>
  );
}
