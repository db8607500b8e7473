/** How many differences of each kind a night found. */
export type DifferenceCounts = Readonly<Record<string, number>>

/** What the nightly comparison of the tickets with their own rules has done. */
export type CheckFact =
  /** The whole was gone through; `found` is empty where nothing differed. */
  | {
      readonly type: 'check.tickets-compared'
      readonly subjectId: 'tickets'
      readonly tickets: number
      readonly found: DifferenceCounts
      /** How many of these were put right. */
      readonly mended: number
    }
  /** Wake-ups that a ticket wants and had lost; its page says nothing of it. */
  | { readonly type: 'check.timers-put-back'; readonly subjectId: 'tickets'; readonly ofTicketId: string; readonly kinds: readonly string[] }
