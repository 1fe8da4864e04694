// Who a note or deal belongs to: the rep, where HubSpot takes them as owner.
import type { Person } from '@/lib/record/record';
import { isProblem } from '../client/problems';

const FIELD = 'hubspot_owner_id';

/**
 * Creates with the rep as owner; where HubSpot refuses just that (someone left the portal), once more without.
 * The refusal means that nothing was created, so the second try makes no second record.
 */
export async function withoutOwner<T>(
  by: Person,
  create: (owner: Record<string, string>) => Promise<T>,
): Promise<T> {
  if (!/^\d{1,18}$/.test(by.id)) return create({});
  try {
    return await create({ [FIELD]: by.id });
  } catch (error) {
    if (!isProblem(error, 'invalid')) throw error;
    const { fields = [], message } = error.problem;
    const aboutOwner = fields.some((one) => one.field === FIELD) || message.includes(FIELD);
    if (!aboutOwner) throw error;
    return create({});
  }
}
