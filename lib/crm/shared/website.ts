// The domain of a firm from the address of its website, as people type it into a CRM.

/** acme.example for https://www.acme.example/about; '' where it is no address of a website. */
export function domainOf(website: string): string {
  const url = /^https?:\/\//i.test(website) ? website : `https://${website}`;
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  return host.includes('.') ? host : '';
}
