// What has happened between a contact and the team, and the roll-up properties that follow from it.

/** `days` before the seed's present; negative: in the future. */
export type Event =
  | { kind: 'call'; days: number; direction: 'INBOUND' | 'OUTBOUND'; outcome: CallOutcome; text?: string }
  | { kind: 'meeting'; days: number; outcome: MeetingOutcome; text?: string }
  | { kind: 'email'; days: number; direction: 'EMAIL' | 'INCOMING_EMAIL'; subject: string; text: string }
  | { kind: 'message'; days: number; channel: Channel; direction?: 'INBOUND' | 'OUTBOUND'; text: string }
  | { kind: 'note'; days: number; text: string }
  | { kind: 'task'; days: number; text: string }
  | { kind: 'form'; days: number; name: string }
  | { kind: 'open' | 'click' | 'visit' | 'social'; days: number };
export type Channel = 'WHATS_APP' | 'LINKEDIN_MESSAGE' | 'SMS';
export type CallOutcome = 'connected' | 'noAnswer' | 'voicemail' | 'busy' | 'gatekeeper';
export type MeetingOutcome = 'SCHEDULED' | 'COMPLETED' | 'RESCHEDULED' | 'NO_SHOW' | 'CANCELED';

const DAY = 86_400_000;

/** A time so many days before `now`, in working hours. `nudge` keeps two events of a day apart. */
export function timeAgo(now: Date, days: number, nudge = 0): string {
  const at = new Date(now.getTime() - days * DAY);
  // Only whole days are moved to working hours, so that "today" never lands in the future.
  if (Number.isInteger(days) && days >= 1) at.setUTCHours(8 + (nudge % 8), (nudge * 13) % 60, 17, 0);
  return at.toISOString();
}

/** The contact's roll-up properties, as HubSpot would have computed them from these events. */
export function rollUp(events: { event: Event; at: string }[]): Record<string, string> {
  const times = (test: (event: Event) => boolean) =>
    events
      .filter(({ event }) => test(event))
      .map(({ at }) => at)
      .sort();
  const values: Record<string, string> = {};
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined) values[name] = value;
  };
  const replies = times((event) => event.kind === 'email' && event.direction === 'INCOMING_EMAIL');
  put('hs_sales_email_last_replied', replies.at(-1));
  put('hs_email_last_reply_date', replies.at(-1));
  put('hs_email_first_reply_date', replies[0]);
  const sent = times((event) => event.kind === 'email' && event.direction === 'EMAIL');
  put('hs_email_last_send_date', sent.at(-1));
  const outreach = times(
    (event) =>
      (event.kind === 'email' && event.direction === 'EMAIL') ||
      (event.kind === 'call' && event.direction === 'OUTBOUND') ||
      (event.kind === 'meeting' && event.outcome === 'COMPLETED'),
  );
  put('notes_last_contacted', outreach.at(-1));
  put('hs_first_outreach_date', outreach[0]);
  if (outreach.length > 0) put('num_contacted_notes', String(outreach.length));
  const meetings = times((event) => event.kind === 'meeting');
  put('engagements_last_meeting_booked', meetings.at(-1));
  put('hs_latest_meeting_activity', meetings.at(-1));
  const logged = times((event) =>
    ['call', 'meeting', 'email', 'message', 'note', 'task'].includes(event.kind),
  );
  put('notes_last_updated', logged.at(-1));
  if (logged.length > 0) put('num_notes', String(logged.length));
  const opened = times((event) => event.kind === 'open').at(-1);
  put('hs_sales_email_last_opened', opened);
  put('hs_email_last_open_date', opened);
  const clicked = times((event) => event.kind === 'click').at(-1);
  put('hs_sales_email_last_clicked', clicked);
  put('hs_email_last_click_date', clicked);
  put('hs_social_last_engagement', times((event) => event.kind === 'social').at(-1));
  const forms = events.filter(({ event }) => event.kind === 'form').sort((a, b) => a.at.localeCompare(b.at));
  const form = forms.at(-1);
  if (form?.event.kind === 'form') {
    put('num_conversion_events', String(forms.length));
    put('recent_conversion_date', form.at);
    put('recent_conversion_event_name', form.event.name);
  }
  const firstForm = forms[0];
  if (firstForm?.event.kind === 'form') {
    put('first_conversion_date', firstForm.at);
    put('first_conversion_event_name', firstForm.event.name);
  }
  put(
    'hs_analytics_last_visit_timestamp',
    times((event) => event.kind === 'visit' || event.kind === 'form').at(-1),
  );
  return values;
}
