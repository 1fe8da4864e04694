// Whether the key may write records of a type.

import { isProblem } from '../client/problems';
import type { Portal } from './portal';

/** An update of nothing tells: any refusal but the one for scopes says that the scope is there. */
export async function mayCreate(portal: Portal, object: string): Promise<boolean> {
  try {
    await portal.mayWrite(object);
    return true;
  } catch (error) {
    if (isProblem(error, 'missing-scope', 'forbidden')) return false;
    if (isProblem(error, 'invalid', 'required', 'gone', 'unexpected')) return true;
    throw error;
  }
}
