// What every API route finds in its context.
import type { Bindings } from '../../common/bindings';
import type { LoggedRequest } from '../../common/log';
import type { Key } from '../keys';
import type { Scene } from '../world';

export type ApiEnv = { Bindings: Bindings; Variables: { key: Key; scene: Scene; entry: LoggedRequest } };
