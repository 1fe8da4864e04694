// Where each shared fact comes from in each CRM, in words; docs/signals.md is made from it.
import type { SharedFactName } from '@/lib/record/facts';

/** [HubSpot, Salesforce]; '' where that CRM can't tell it. Properties are the contact's, fields the lead's or contact's, unless said. */
export const where: Record<SharedFactName, readonly [string, string]> = {
  'person.title': ['`jobtitle`', '`Title`'],
  'person.email': ['`email`', '`Email`'],
  'person.phone': ['`phone`, else `mobilephone`', '`Phone`, else `MobilePhone`'],
  'person.buyingRole': [
    '`hs_buying_role`, each ticked role',
    '`OpportunityContactRole.Role`, with the day and the opportunity it is from',
  ],
  'person.seniority': ['`hs_seniority`', ''],
  'person.persona': ['`hs_persona`, in the portal’s own words', ''],
  'person.linkedinUrl': ['`hs_linkedin_url`', 'a field of the org’s own called LinkedIn'],
  'person.emailOptOut': ['`hs_email_optout`', '`HasOptedOutOfEmail`, where it is ticked'],
  'company.name': ['company `name`, else the contact’s `company`', 'account `Name`; lead `Company`'],
  'company.domain': ['company `domain`, else the contact’s `website`', '`Website`'],
  'company.industry': ['company `industry`, else the contact’s `industry`', '`Industry`'],
  'company.employees': [
    'company `numberofemployees`, else the contact’s `numemployees` (a span)',
    '`NumberOfEmployees`',
  ],
  'company.revenue': ['company `annualrevenue`, else the contact’s `annualrevenue`', '`AnnualRevenue`'],
  'company.country': [
    'company `country`, else the contact’s `country`',
    '`Country`; account `BillingCountry`',
  ],
  'company.state': ['company `state`, else the contact’s `state`', '`State`; account `BillingState`'],
  'company.city': ['company `city`, else the contact’s `city`', '`City`; account `BillingCity`'],
  'engagement.lastReplyAt': [
    '`hs_sales_email_last_replied`, `hs_email_last_reply_date`: the newer, unless the email of that time is an automatic one',
    '',
  ],
  'engagement.firstReplyAt': ['`hs_email_first_reply_date`', ''],
  'engagement.lastIncomingEmailAt': [
    'emails with direction INCOMING_EMAIL that a person wrote',
    '`EmailMessage.Incoming`, written by a person',
  ],
  'engagement.lastInboundCallAt': [
    'calls with direction INBOUND, unless the outcome says that it was somebody else',
    'tasks with `CallType` Inbound, unless the outcome says the same',
  ],
  'engagement.lastInboundTalkAt': [
    'the same, without those whose outcome says no answer, voicemail and the like',
    'the same, without those',
  ],
  'engagement.lastConnectedCallAt': [
    'calls whose outcome says that you spoke: Connected, or the portal’s own words for it',
    'tasks whose `CallDisposition` says that you spoke',
  ],
  'engagement.lastIncomingMessageAt': [
    'WhatsApp, LinkedIn and SMS messages, only where the app that logged them recorded that they came in',
    'messaging sessions that they began, and chat transcripts, where the org has them',
  ],
  'engagement.lastMeetingHeldAt': [
    'meetings with outcome COMPLETED',
    'events that a field of the org’s own (outcome, result, attended) says were held',
  ],
  'engagement.lastMeetingBookedAt': [
    '`engagements_last_meeting_booked`, `hs_latest_meeting_activity`, unless that meeting was called off',
    'the last event’s `StartDateTime` that was not called off',
  ],
  'engagement.lastClickAt': [
    '`hs_sales_email_last_clicked`, `hs_email_last_click_date`',
    'campaign members with status Clicked',
  ],
  'engagement.lastOpenAt': [
    '`hs_sales_email_last_opened`, `hs_email_last_open_date`',
    '`EmailMessage.LastOpenedDate`',
  ],
  'engagement.lastSentAt': ['`hs_email_last_send_date`', 'outgoing email messages; tasks of type Email'],
  'engagement.lastUnansweredCallAt': [
    'outgoing calls with an outcome or status of no answer, busy, voicemail, live message, wrong number, gatekeeper, assistant',
    'outgoing call tasks with such a `CallDisposition`',
  ],
  'engagement.lastMeetingMissedAt': [
    'meetings with outcome NO_SHOW, CANCELED or RESCHEDULED',
    'events that the org’s own outcome field says were missed, moved or canceled',
  ],
  'engagement.lastMessageAt': [
    'WhatsApp, LinkedIn and SMS messages: HubSpot documents no property for who wrote them',
    'messaging sessions that we began; LinkedIn tasks',
  ],
  'engagement.lastAutomaticReplyAt': [
    'incoming emails whose subject, sender or out-of-office mark says that a program wrote them',
    'incoming email messages whose subject or sender says so',
  ],
  'engagement.lastBounceAt': [
    'emails with status BOUNCED; incoming delivery failures',
    '`EmailBouncedDate`; email messages with `IsBounced`; incoming delivery failures',
  ],
  'engagement.lastOutreachAt': [
    '`notes_last_contacted`, `hs_first_outreach_date`',
    'outgoing calls and emails',
  ],
  'engagement.outreachCount': ['`num_contacted_notes`', 'outgoing calls and emails, of the newest 100 each'],
  'web.formCount': [
    '`num_conversion_events`',
    'responded campaigns that are forms or content, unless the status says that they declined or opted out',
  ],
  'web.lastFormAt': ['`recent_conversion_date`', 'the last such response'],
  'web.lastFormName': ['`recent_conversion_event_name`', 'that campaign’s name'],
  'web.lastFormKind': ['derived', 'derived'],
  'web.firstFormAt': ['`first_conversion_date`', 'the first such response'],
  'web.firstFormName': ['`first_conversion_event_name`', 'that campaign’s name'],
  'web.lastVisitAt': ['`hs_analytics_last_visit_timestamp`', ''],
  'campaign.lastResponseAt': ['', '`CampaignMember.HasResponded`, with the campaign’s name'],
  'event.lastAttendedAt': [
    '',
    'members of an event’s campaign (trade show, webinar, seminar) with a status such as Attended that nothing in it denies',
  ],
  'event.lastRegisteredAt': [
    'a last form whose own name says webinar, trade show or event',
    'members of an event’s campaign who responded, did not attend, and did not decline',
  ],
  'source.kind': ['`hs_analytics_source` with its two details, else `hs_latest_source`', '`LeadSource`'],
  'source.detail': ['the source’s details, or the source itself where it has no kind', '`LeadSource`'],
  'social.lastEngagementAt': ['`hs_social_last_engagement`', 'responses to campaigns of type social media'],
  'lead.rating': ['lead `hs_lead_label`', '`Rating`'],
  'lead.type': ['lead `hs_lead_type`', ''],
  'lead.derivedType': ['derived', 'derived'],
  'person.authority': ['derived', 'derived'],
  'deals.open': ['associated deals that are open', 'opportunities of the contact that are open'],
  'deals.total': ['associated deals', 'opportunities of the contact'],
  market: ['derived', 'derived'],
  'market.parts': ['derived', 'derived'],
};
