// What an account is called where one text must name it: in rows, and in the addresses of our own pages.

/** The key of an account's rows. */
export function accountKey(crm: string, account: string): string {
  return [crm, account].map(encodeURIComponent).join('/');
}
