/** Work that several changes ask for together and that is done once, at the end of the task in which they come. */
export class Soon {
  #work;
  #due = false;

  /** @param {() => void} work */
  constructor(work) {
    this.#work = work;
  }

  get due() {
    return this.#due;
  }

  ask() {
    if (this.#due) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#work();
    });
  }
}
