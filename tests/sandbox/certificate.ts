// A self-signed certificate for the hosts that the sandbox plays, made anew at every start.
import { generate } from 'selfsigned';
import { SALESFORCE_HOSTS } from './salesforce/hosts';

export const HOSTS = [
  'app.hubspot.com',
  'app-eu1.hubspot.com',
  'api.hubapi.com',
  ...SALESFORCE_HOSTS,
  'localhost',
];

/** PEM texts of a key and its certificate. */
export async function certificate(): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'Stagecheck sandbox' }], {
    keyType: 'ec',
    curve: 'P-256',
    extensions: [{ name: 'subjectAltName', altNames: HOSTS.map((value) => ({ type: 2, value })) }],
  });
  return { key: made.private, cert: made.cert };
}
