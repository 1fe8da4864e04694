// The sandbox's two portals.
import type { PortalInfo } from '../model';

/** The demo's portal. */
export const PORTAL = '24680135';
/** A small one with its own lifecycle stages, where the usual mapping finds nothing. */
export const OTHER_PORTAL = '13579246';

export const mainPortal: PortalInfo = {
  id: PORTAL,
  name: 'Harbour & Lane Software',
  uiDomain: 'app.hubspot.com',
  timeZone: 'Europe/Berlin',
  utcOffset: '+01:00',
  utcOffsetMilliseconds: 3_600_000,
  currency: 'EUR',
};

export const otherPortal: PortalInfo = {
  id: OTHER_PORTAL,
  name: 'Fjordlys Consulting',
  uiDomain: 'app-eu1.hubspot.com',
  timeZone: 'Europe/Oslo',
  utcOffset: '+01:00',
  utcOffsetMilliseconds: 3_600_000,
  currency: 'EUR',
};
