// What every API route finds in its context.
import type { HttpBindings } from '@hono/node-server';
import type { LoggedRequest } from '../../common/log';
import type { Key } from '../keys';
import type { Scene } from '../world';

export type ApiEnv = { Bindings: HttpBindings; Variables: { key: Key; scene: Scene; entry: LoggedRequest } };
