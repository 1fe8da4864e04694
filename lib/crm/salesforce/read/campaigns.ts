// What a campaign member says: a form sent, an event attended or registered for, a click, a response.

import { came, clicked, refused } from '@/lib/crm/shared/meeting-words';
import { kindInWords } from '@/lib/crm/shared/source-kinds';
import type { Fact } from '@/lib/record/snapshot';
import type { OrgRecord } from '../client/shapes';
import { flag, isoTime, textOf, timeOrDay } from '../client/values';
import { newest, type Page, type Sign } from './activities';

/** Whole words: "Performance" and "Information" hold no form. */
const FORM =
  /(?<!\p{L})(web|website|form|forms|web ?form|webforms|content|downloads?|e-?books?|white ?papers?|webinars?|newsletters?|online|formulare?|formulaires?|formul[aá]rios?|webinaires?|web[ií]n[aá]rios?)(?!\p{L})/iu;
/** A mail of ours that they answered is no form, whatever it was about; one that is called a form is. */
const SENT_FORM = /(?<!\p{L})(forms?|web ?form|formular|formulaire|formul[aá]rio|downloads?)(?!\p{L})/iu;

function isForm({ type, name }: Member): boolean {
  const kind = kindInWords(type);
  return (kind === 'response' || kind === 'paid' ? SENT_FORM : FORM).test(
    `${type} ${name}`.replaceAll('_', ' '),
  );
}

type Member = {
  at: string | null;
  name: string;
  type: string;
  status: string;
  responded: boolean;
  url: string;
};

function memberOf(record: OrgRecord, url: string, page: Page): Member {
  const id = textOf(record, 'CampaignId');
  const status = textOf(record, 'Status');
  return {
    at: timeOrDay(textOf(record, 'FirstRespondedDate')) ?? isoTime(textOf(record, 'CreatedDate')),
    name: textOf(record, 'Campaign.Name'),
    type: textOf(record, 'Campaign.Type'),
    status,
    // An org may mark any status as a response; one who declines, opts out or bounces has not shown interest.
    responded: flag(record, 'HasResponded') && !refused(status),
    url: id === '' ? url : page('Campaign', id),
  };
}

/** Forms by their campaigns; a badge scanned at a fair is no form. The last of them, the first, and how many. */
function formFacts(members: Member[]): Fact[] {
  const forms = members
    .filter((member) => member.responded && isForm(member))
    .sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1));
  const [last] = forms;
  const first = forms.at(-1);
  if (!last || !first) return [];
  const field = 'CampaignMember.HasResponded';
  const one = (which: 'last' | 'first', { at, name, url }: Member): Fact[] => [
    ...(at === null ? [] : [{ name: `web.${which}FormAt`, value: at, at, url, field }]),
    ...(name === '' ? [] : [{ name: `web.${which}FormName`, value: name, at, url, field }]),
  ];
  return [
    { name: 'web.formCount', value: forms.length, at: last.at, url: last.url, field },
    ...one('last', last),
    ...one('first', first),
  ];
}

function signsOf({ at, name, type, status, responded, url }: Member): Sign[] {
  const base = { at, url, more: name };
  const by = { ...base, field: 'CampaignMember.Status' };
  const signs: Sign[] = [];
  // A click is a thing of its own: no answer, and more than an open.
  if (clicked(status)) return [{ ...by, name: 'engagement.lastClickAt' }];
  if (!responded) return [];
  signs.push({ ...base, name: 'campaign.lastResponseAt', field: 'CampaignMember.HasResponded' });
  if (kindInWords(type) === 'event')
    signs.push({
      ...by,
      name: came(status) ? 'event.lastAttendedAt' : 'event.lastRegisteredAt',
    });
  if (kindInWords(type) === 'social') signs.push({ ...by, name: 'social.lastEngagementAt' });
  return signs;
}

/** Everything that the campaigns of a person tell. `url` is the person's page, `page` makes those of campaigns. */
export function campaignFacts(records: OrgRecord[], url: string, now: Date, page: Page): Fact[] {
  const members = records.map((record) => memberOf(record, url, page));
  return [...formFacts(members), ...newest(members.flatMap(signsOf), url, now)];
}
