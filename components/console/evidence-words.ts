// What a playbook takes from a CRM's facts, in plain words.
import type { Criterion, EvidenceRule } from '@/lib/playbook/schema';
import { factKind } from '@/lib/qualification/facts';
import { orList, valueWords } from './rule-words';

/** "Last reply, within 90 days: yes", "Job title mentions VP or Chief: yes", "Last open: only shown". */
export function evidenceWords(rule: EvidenceRule, criterion: Criterion): string {
  const subject = `${factKind(rule.fact).label}${whenWords(rule)}`;
  const fresh = rule.freshDays ? `, within ${rule.freshDays} days` : '';
  return `${subject}${fresh}: ${givesWords(rule, criterion)}`;
}

function whenWords({ when }: EvidenceRule): string {
  if (!when || 'present' in when) return '';
  if ('is' in when) return ` is ${when.is}`;
  if ('oneOf' in when) return ` is ${orList(when.oneOf.map(String))}`;
  if ('atLeast' in when) return ` is at least ${when.atLeast}`;
  if ('atMost' in when) return ` is at most ${when.atMost}`;
  return ` mentions ${orList(when.mentions)}`;
}

function givesWords({ gives }: EvidenceRule, criterion: Criterion): string {
  if (gives === null) return 'shown, does not answer';
  return gives === 'value' ? 'taken as it is' : valueWords(gives, criterion);
}
