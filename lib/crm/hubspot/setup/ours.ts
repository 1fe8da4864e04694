// Which apps' keys are ours: those called Stagecheck, and whichever has written for this very key.

import * as v from 'valibot';
import type { Keep } from '@/lib/crm/shared/crm';
import { reported } from '@/lib/diagnostics/report';

type Source = { type: string; id: string; name: string };
export type Ours = { wrote: (source: Source) => boolean };

const LearntSchema = v.array(v.pipe(v.string(), v.maxLength(80)));
const NAME = 'written by';

/**
 * The setup asks for this name, alone or with a space and more behind it: "Stagecheck EMEA". Only an admin of the portal
 * can give it to a key; an app from elsewhere may be called "stagecheck-exports", and is none of ours. Without the flag u,
 * for that would let in letters that only fold to ours.
 */
const CALLED = /^stagecheck(?: .*\S)?$/i;

/**
 * No call of HubSpot's date-based API tells a service key its own app. But what was written with the key comes back with
 * its source; that is kept, for a key by another name, or where HubSpot tells no names. What is kept belongs to one
 * account and ends with the browser.
 */
export function createOurs(keep?: Keep) {
  const learnt = new Set<string>();
  const sign = ({ type, id }: Source) => `${type}/${id}`;

  return {
    async known(): Promise<Ours> {
      const kept = v.safeParse(LearntSchema, await keep?.get(NAME).catch(reported('hubspot.ours', null)));
      for (const one of kept.success ? kept.output : []) learnt.add(one);
      return {
        wrote: (source) =>
          source.type.toUpperCase() === 'INTEGRATION' &&
          (CALLED.test(source.name) || (source.id !== '' && learnt.has(sign(source)))),
      };
    },
    /** After something of our own was made and read back: the source that it has. */
    async learn(source: Source): Promise<void> {
      if (source.type.toUpperCase() !== 'INTEGRATION' || source.id === '' || learnt.has(sign(source))) return;
      learnt.add(sign(source));
      await keep?.set(NAME, [...learnt].slice(-10)).catch(reported('hubspot.ours', undefined));
    },
  };
}
