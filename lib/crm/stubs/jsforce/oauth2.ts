// Stands in for jsforce's OAuth, which drops rotated refresh tokens: ours is lib/crm/salesforce/auth/oauth.ts.
export class OAuth2 {
  readonly clientId = null;
}

export default OAuth2;
