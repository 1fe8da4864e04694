// Stands in for node's events: what jsforce and its XML parser use of them.
type Listener = (...args: unknown[]) => void;

export class EventEmitter {
  private kept: Map<string, Listener[]> | undefined;

  /** Made when it is needed: old-style classes of the XML parser extend this without running its constructor. */
  private get heard(): Map<string, Listener[]> {
    this.kept ??= new Map();
    return this.kept;
  }

  on(name: string, listener: Listener): this {
    this.heard.set(name, [...(this.heard.get(name) ?? []), listener]);
    return this;
  }

  addListener(name: string, listener: Listener): this {
    return this.on(name, listener);
  }

  once(name: string, listener: Listener): this {
    const first: Listener = (...args) => {
      this.removeListener(name, first);
      listener(...args);
    };
    return this.on(name, first);
  }

  removeListener(name: string, listener: Listener): this {
    this.heard.set(
      name,
      this.listeners(name).filter((one) => one !== listener),
    );
    return this;
  }

  removeAllListeners(name?: string): this {
    if (name === undefined) this.heard.clear();
    else this.heard.delete(name);
    return this;
  }

  listeners(name: string): Listener[] {
    return this.heard.get(name) ?? [];
  }

  emit(name: string, ...args: unknown[]): boolean {
    const all = this.listeners(name);
    for (const listener of all) listener.apply(this, args);
    return all.length > 0;
  }
}

// The XML parser requires the module itself as the class.
export { EventEmitter as 'module.exports' };
export default EventEmitter;
