// What a checked key opens: the account, and each scope it lacks with what will not work.
import { Notice } from '@/components/ui/Notice';
import type { Account } from '@/lib/crm/crm';
import styles from './AccountResult.module.css';
import { type ConnectGuide, purposeSentence } from './guide';

type Props = { account: Account; guide: ConnectGuide };

export function AccountResult({ account, guide }: Props) {
  const must = account.missing.filter((scope) => scope.need === 'must');
  const should = account.missing.filter((scope) => scope.need === 'should');
  return (
    <div className={styles.result}>
      <Notice tone={must.length > 0 ? 'info' : 'done'} title={`This key opens ${account.name}`}>
        <p>
          {account.name.includes(account.id) ? '' : `${guide.accountWords} ${account.id}. `}
          Time zone {account.timeZone}.{account.missing.length === 0 && ' Every scope is there.'}
        </p>
      </Notice>
      {must.length > 0 && (
        <Notice
          tone="problem"
          title={`${countWords(must.length)} missing that Stagecheck can’t work without`}
        >
          <ScopeList scopes={must} guide={guide} />
          <p>
            Add {must.length === 1 ? 'it' : 'them'} to the key in {guide.crmName}, then check again.
          </p>
        </Notice>
      )}
      {should.length > 0 && (
        <Notice tone="care" title={`${countWords(should.length)} missing; you can go on without`}>
          <ScopeList scopes={should} guide={guide} />
        </Notice>
      )}
    </div>
  );
}

/** Missing scopes, each with its purpose and what fails without it. */
export function ScopeList({ scopes, guide }: { scopes: Account['missing']; guide: ConnectGuide }) {
  return (
    <ul className={styles.scopes}>
      {scopes.map(({ scope, purpose }) => {
        const without = guide.scopes.find((known) => known.scope === scope)?.without;
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
