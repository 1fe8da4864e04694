// The version of Salesforce's API that is spoken, and where it lives. jsforce by itself would take 50.0.
export const VERSION = '66.0';
export const BASE = `/services/data/v${VERSION}`;
