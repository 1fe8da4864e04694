// How an account is signed in to: the line of its card that says so.
import type { Connection } from '@/lib/protocol/messages';

export function SignedInBy({ connection }: { connection: Connection }) {
  const { way, keyEnd, crmName, user } = connection;
  if (way !== 'key') {
    return (
      <div>
        <dt>Signed in</dt>
        <dd>
          {user && (
            <>
              As <span dir="auto">{user.name || user.email}</span>.{' '}
            </>
          )}
          {way === 'oauth'
            ? 'By you, for Stagecheck alone; renewed by itself'
            : `With the ${crmName} session of this browser`}
        </dd>
      </div>
    );
  }
  return (
    <div>
      <dt>Key</dt>
      <dd>
        {keyEnd ? (
          <>
            ends in <code>{keyEnd}</code>
          </>
        ) : (
          'kept, not shown'
        )}
      </dd>
    </div>
  );
}
