// Tells whoever disconnects that a pasted key is still good at the CRM, and where it is ended there.

type Props = { crmName: string; accountName: string };

/**
 * HubSpot's menu, as its guide to service keys has it (see docs/hubspot-setup.md); some accounts have it under
 * Development. A portal's key may be a whole team's: so it is the admin's to end.
 */
export function RevokeKey({ crmName, accountName }: Props) {
  return (
    <p>
      The key of <bdi>{accountName}</bdi> is removed here, and still works elsewhere. To end it, a {crmName}{' '}
      admin opens <b>Settings › Integrations › Service keys</b>, chooses the key, and deletes it, or rotates
      it where colleagues still use it. A private app’s token is ended under{' '}
      <b>Settings › Integrations › Private apps</b>.
    </p>
  );
}
