/** A lock within this process, first come, first served. */
export class Mutex {
  #last: Promise<void> = Promise.resolve();

  /** Waits for its turn and returns what gives the turn on; giving it on twice is harmless. */
  async acquire(): Promise<() => void> {
    const before = this.#last;
    let release = () => {};
    this.#last = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    return release;
  }
}
