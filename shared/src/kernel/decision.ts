/** What a rule decided: the state that follows and the facts to write into the journal, in order. */
export interface Decision<State, Fact> {
  readonly next: State
  readonly facts: readonly Fact[]
}
