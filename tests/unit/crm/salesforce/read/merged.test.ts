// A merged record is read as the one that was kept, over several merges, and an org that answers in a circle is left.
import { describe, expect, it, vi } from 'vitest';
import { survivorOf } from '@/lib/crm/salesforce/read/merged';
import type { Org } from '@/lib/crm/salesforce/setup/org';
import { problemOf } from '../../portal';
import { sandboxOrg } from '../sandbox';

const org = sandboxOrg();
const create = (last: string) => org.salesforce.create('Contact', { LastName: last });

describe('reading', () => {
  it('follows a merge, and a merge of that', async () => {
    const [first, second, third] = [create('One'), create('Two'), create('Three')];
    org.salesforce.merge('Contact', second.id, first.id);
    org.salesforce.merge('Contact', third.id, second.id);
    const read = await org.open().read(org.ref('Contact', first.id), () => undefined);
    expect(read).toMatchObject({ ref: { id: third.id }, name: 'Three', mergedFrom: first.id });
  });
  it('says of a deleted one that it is gone', async () => {
    const gone = create('Gone');
    org.salesforce.remove('Contact', gone.id);
    const reading = org.open().read(org.ref('Contact', gone.id), () => undefined);
    expect(await problemOf(reading)).toMatchObject({ kind: 'gone' });
  });
});

describe('the survivor', () => {
  const of = (next: Record<string, string>) => {
    const deleted = vi.fn<Org['deleted']>(async (_, id) =>
      id in next ? { MasterRecordId: next[id] } : null,
    );
    return { deleted, survivor: survivorOf({ deleted }, org.ref('Lead', 'a')) };
  };
  it('is none in a circle, nor behind more merges than anyone does', async () => {
    expect(await of({ a: 'b', b: 'a' }).survivor).toBeNull();
    expect(await of({ a: 'b', b: 'c', c: 'd', d: 'e', e: 'f', f: 'g' }).survivor).toBeNull();
    expect(await of({ a: 'b', b: 'c' }).survivor).toBe('c');
    expect(await of({}).survivor).toBeNull();
  });
});
