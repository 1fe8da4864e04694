// Asks for access to the CRM's pages where the browser has not given it: Firefox grants it only when asked.
import { useEffect, useState } from 'react';
import type { Shell } from '@/components/shared/shell';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';

export function AccessNotice({ shell, crmName }: { shell: Shell; crmName: string }) {
  const [access, setAccess] = useState(true);
  useEffect(() => void shell.hasAccess().then(setAccess), [shell]);
  if (access) return null;
  return (
    <Notice
      tone="care"
      title={`This browser has not let Stagecheck reach ${crmName} yet`}
      actions={<Button onClick={() => void shell.askAccess().then(setAccess)}>Allow it</Button>}
    >
      <p>Without it nothing can be asked of {crmName}, and the sidebar can’t open beside a contact.</p>
    </Notice>
  );
}
