// Where Salesforce's pages are, as the browser's match patterns. The manifest and the session way read the same list.

export const SALESFORCE_PAGES: string[] = [
  'https://*.lightning.force.com/*',
  'https://*.my.salesforce.com/*',
  // The setup: no records there, and the sidebar says so.
  'https://*.my.salesforce-setup.com/*',
  // The government's and China's.
  'https://*.lightning.force.mil/*',
  'https://*.lightning.crmforce.mil/*',
  'https://*.my.salesforce.mil/*',
  'https://*.lightning.sfcrmapps.cn/*',
  'https://*.my.sfcrmproducts.cn/*',
];
