// Who is in the cast, in the order in which they get their ids.
import { evidence } from './cast-evidence';
import { fates } from './cast-fates';
import { messy } from './cast-messy';
import { signals } from './cast-signals';
import { stages } from './cast-stages';

export type { Role } from './cast-role';

export const roles = { ...signals, ...messy, ...stages, ...fates, ...evidence };
