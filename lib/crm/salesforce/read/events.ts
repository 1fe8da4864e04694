// Events: that a meeting was booked, and what a field of the org's own says became of it.
import { came, missed } from '@/lib/crm/shared/meeting-words';
import type { Fact } from '@/lib/record/snapshot';
import type { OrgRecord } from '../client/shapes';
import { isoTime, textOf, timeOrDay } from '../client/values';
import { newest, type Page, pageOf, type Sign } from './activities';

/**
 * Events say that a meeting was booked. That it was held is told only by a field of the team's own (`outcome`), or not
 * at all: an event that lies behind us may have been a no-show.
 */
export function eventFacts(
  events: OrgRecord[],
  outcome: string | null,
  url: string,
  now: Date,
  page: Page,
): Fact[] {
  const at = (event: OrgRecord) =>
    isoTime(textOf(event, 'StartDateTime')) ?? timeOrDay(textOf(event, 'ActivityDate'));
  // What was called off is booked no longer.
  const booked = events
    .filter((event) => outcome === null || !missed(textOf(event, outcome)))
    .map(at)
    .filter((time) => time !== null)
    .sort()
    .at(-1);
  const outcomes = events.flatMap((event): Sign[] => {
    const said = outcome === null ? '' : textOf(event, outcome);
    const own = { field: `Event.${outcome}`, at: at(event), url: pageOf(page, 'Event', event) };
    if (came(said)) return [{ ...own, name: 'engagement.lastMeetingHeldAt' }];
    if (!missed(said)) return [];
    return [{ ...own, name: 'engagement.lastMeetingMissedAt', more: said.toLowerCase() }];
  });
  return [
    ...(booked === undefined
      ? []
      : [
          {
            name: 'engagement.lastMeetingBookedAt',
            value: booked,
            at: booked,
            url,
            field: 'Event.StartDateTime',
          },
        ]),
    ...newest(outcomes, url, now),
  ];
}
