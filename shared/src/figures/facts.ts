/** The words of a call are in its row, not in here. `subjectId`: the sub-district. */
export type FigureFact =
  | {
      readonly type: 'figures.called-back'
      readonly subjectId: string
      /** Not `ticketId`: the village's timeline of the ticket says nothing of who was drawn. */
      readonly ofTicketId: string
      readonly how: 'spoke' | 'declined' | 'no-answer'
    }
  | { readonly type: 'figures.share-set'; readonly subjectId: string; readonly version: number }
