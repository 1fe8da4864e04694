// What jsforce's own tests ask of an org, in our words: which file here asks the same, or why nothing does.

/** `by`: our test file beside this one, or a folder's; `why`: why it isn't asked. Each entry stands for the tests in brackets. */
export type Asked = { of: string; what: string } & ({ by: string } | { why: string });

const CLIENT_ONLY = 'tests jsforce itself against a made-up server: no org answers';
const SIGN_IN = 'switched off there too: it signs in by a password; ours signs in by a browser';

export const asked: Asked[] = [
  {
    of: 'connection-crud',
    what: 'one record made, read, changed, with headers too (4)',
    by: '../records.test.ts',
  },
  { of: 'connection-crud', what: 'several made, read, changed, deleted (4)', by: 'crud.test.ts' },
  { of: 'connection-crud', what: 'upsert makes, then changes (2)', by: '../records.test.ts' },
  { of: 'connection-crud', what: 'upsert by a key of several records (1)', by: 'crud.test.ts' },
  { of: 'connection-crud', what: 'search by words (1)', by: 'crud.test.ts' },
  { of: 'connection-crud', what: 'upsert of several, old and new way, whole or not (3)', by: 'crud.test.ts' },
  { of: 'connection-meta', what: 'an object and the whole org described (2)', by: '../rules.test.ts' },
  { of: 'connection-meta', what: 'queries for view, and what they make recent (3)', by: 'meta.test.ts' },
  {
    of: 'connection-meta',
    what: 'what was changed and deleted in a stretch of time (5)',
    by: 'meta.test.ts',
  },
  { of: 'connection-meta', what: 'who calls (1)', by: 'meta.test.ts' },
  { of: 'connection-meta', what: 'limits by header and by resource (2)', by: 'meta.test.ts' },
  { of: 'connection-meta', what: 'tabs and theme (2)', by: 'meta.test.ts' },
  { of: 'connection-session', what: 'sign-in by SOAP or password, and sign-out (5)', why: SIGN_IN },
  { of: 'connection-session', what: 'a Lightning host is no API host (1)', why: CLIENT_ONLY },
  {
    of: 'connection-session',
    what: 'web server flow, refresh, a dead refresh token (4)',
    by: '../oauth/oauth.test.ts',
  },
  { of: 'query', what: 'rows, all rows, pages up to a number (11)', by: 'query.test.ts' },
  { of: 'query', what: 'rows as a stream and as CSV (2)', why: CLIENT_ONLY },
  { of: 'query', what: 'a plan (1)', by: 'query.test.ts' },
  { of: 'query', what: 'what was found is changed or deleted, many too (8)', by: 'query.test.ts' },
  { of: 'query-pagination', what: 'pages of children (3)', by: 'query.test.ts' },
  { of: 'sobject', what: 'finding, counting, sorting, choosing columns (10)', by: '../query.test.ts' },
  { of: 'sobject', what: 'page, named, compact and approval layouts (12)', by: 'sobject.test.ts' },
  { of: 'sobject', what: 'list views (4)', by: 'sobject.test.ts' },
  { of: 'sobject', what: 'records changed by a template (1)', by: 'query.test.ts' },
  { of: 'soap', what: 'apps and tabs (1)', by: 'soap.test.ts' },
  { of: 'soap', what: 'leads converted (2)', by: '../convert.test.ts' },
  { of: 'soap', what: 'leads merged (1)', by: 'soap.test.ts' },
  { of: 'soap', what: 'records taken out of the recycle bin (3)', by: 'soap.test.ts' },
  { of: 'http-api', what: 'retries, headers, forms of errors (25)', why: CLIENT_ONLY },
  { of: 'oauth2', what: 'web server flow (3)', by: '../oauth/oauth.test.ts' },
  { of: 'oauth2', what: 'password flow (1)', why: SIGN_IN },
  { of: 'oauth2', what: 'addresses made of a login host (3)', why: CLIENT_ONLY },
  { of: 'schema', what: 'types of records and queries (4)', why: CLIENT_ONLY },
  { of: 'quick-action', what: 'actions listed, described, prefilled, done (6)', by: 'sobject.test.ts' },
  { of: 'soql-builder', what: 'queries written from conditions (17)', why: CLIENT_ONLY },
];
