// Stands in for node's streams, which jsforce extends and passes around but, on our transport, never runs.
class Stream {
  pipe<T>(to: T): T {
    return to;
  }
  on(): this {
    return this;
  }
  once(): this {
    return this;
  }
  emit(): boolean {
    return false;
  }
}

export class Readable extends Stream {}
export class Writable extends Stream {}
export class Duplex extends Stream {}
export class Transform extends Stream {}
export class PassThrough extends Stream {}
export { Stream };
