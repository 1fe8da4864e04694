// What a checked key or a sign-in opens: the account, and each scope it lacks with what will not work.
import { Notice } from '@/components/ui/Notice';
import type { Account, GuideScope } from '@/lib/crm/shared/crm';
import styles from './AccountResult.module.css';
import { purposeSentence } from './guide';

type Props = {
  account: Account;
  crmName: string;
  /** The scopes of a key; none for the other ways. */
  scopes?: GuideScope[];
};

export function AccountResult({ account, crmName, scopes }: Props) {
  const must = account.missing.filter((scope) => scope.need === 'must');
  const should = account.missing.filter((scope) => scope.need === 'should');
  return (
    <div className={styles.result}>
      <Notice
        tone={must.length > 0 ? 'info' : 'done'}
        title={`${scopes ? 'This key opens' : 'Signed in to'} ${account.name}`}
      >
        <p>
          {account.name.includes(account.id) ? '' : `${account.id}. `}
          Time zone {account.timeZone}.{account.missing.length === 0 && scopes && ' Every scope is there.'}
        </p>
      </Notice>
      {must.length > 0 && (
        <Notice
          tone="problem"
          title={`${countWords(must.length)} missing that Stagecheck can’t work without`}
        >
          <ScopeList missing={must} known={scopes} />
          <p>
            {scopes
              ? `Add ${must.length === 1 ? 'it' : 'them'} to the key in ${crmName}, then check again.`
              : `Ask your ${crmName} admin for ${must.length === 1 ? 'it' : 'them'}, then sign in again.`}
          </p>
        </Notice>
      )}
      {should.length > 0 && (
        <Notice tone="care" title={`${countWords(should.length)} missing; you can go on without`}>
          <ScopeList missing={should} known={scopes} />
        </Notice>
      )}
    </div>
  );
}

/** Missing scopes, each with its purpose and what fails without it. */
function ScopeList({ missing, known }: { missing: Account['missing']; known: GuideScope[] | undefined }) {
  return (
    <ul className={styles.scopes}>
      {missing.map(({ scope, purpose }) => {
        const without = known?.find((one) => one.scope === scope)?.without;
        return (
          <li key={scope}>
            <code>{scope}</code>
            <p>
              {purposeSentence(purpose)} {without && `Without it: ${without}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

const countWords = (count: number) => (count === 1 ? 'One scope is' : `${count} scopes are`);
