import { viewerLater, type Viewer } from '@huiying/shared/identity'
import { DomainError } from '@huiying/shared/kernel'
import { answerObjection, type Objection } from '@huiying/shared/ledger'
import type { UnitOfWork } from '../../platform/database/unit-of-work'
import { bookOf } from './book-reads'
import { objectionTable, type StoredObjection } from './holding.table'

/**
 * Whoever keeps the book, leads the village or watches over its money answers a doubt, once.
 * @throws what `answerObjection` does; ledger.book-not-found also where there is no such objection
 */
export class AnswerObjection {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(viewer: Viewer, objectionId: string, words: string): Promise<Pick<Objection, 'bookId' | 'month'>> {
    return this.unitOfWork.run(async (work) => {
      const stored = await work.findOne(objectionTable, { id: objectionId }, { lock: true })
      const book = stored === null ? null : await bookOf(work, stored.bookId)
      if (stored === null || book === null) throw new DomainError('ledger.book-not-found')
      const now = viewerLater(viewer, work.now)
      const { next, facts } = answerObjection(now, book, objectionFrom(stored), words, work.now)
      work.update(objectionTable, {
        ...stored,
        answerWords: next.answer?.words ?? null,
        answeredBy: next.answer?.by ?? null,
        answeredAt: next.answer?.at ?? null,
      })
      work.record(viewer.personId, facts)
      return { bookId: book.id, month: stored.month }
    })
  }
}

function objectionFrom({ answerWords, answeredBy, answeredAt, ...objection }: StoredObjection): Objection {
  const isOpen = answerWords === null || answeredBy === null || answeredAt === null
  return { ...objection, answer: isOpen ? null : { words: answerWords, by: answeredBy, at: answeredAt } }
}
