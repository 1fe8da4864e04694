// On a CRM page: the launcher and the frame. No React, no reading of the page.
import { defineContentScript } from 'wxt/utils/define-content-script';

export default defineContentScript({
  matches: ['https://*.hubspot.com/*'],
  runAt: 'document_idle',
  main() {},
});
