import { watchesSubDistrict, type Viewer } from '@huiying/shared/identity'
import { maskNumbersIn, type EpochMs } from '@huiying/shared/kernel'
import { mayAnswerObjection, type Book, type Month, type ObjectionsAnswer, type ObjectionView } from '@huiying/shared/ledger'
import type { Reads } from '../../platform/database/reads'
import type { RawRow } from '../../platform/database/table'
import { personTags } from '../identity/public'
import { objectionTable } from './holding.table'
import { readableBook } from './readable-book.board'

const OBJECTION_LIMIT_ROWS = 200

/**
 * What residents doubted, with the answers, the newest first; it stays in sight. Who raised it sees himself; those who
 * may answer and the superiors see him; to neighbours he is hidden. @throws ledger.book-not-found
 */
export async function objectionsOf(
  reads: Reads,
  viewer: Viewer,
  bookId: string,
  month: Month | null,
  now: EpochMs,
): Promise<ObjectionsAnswer> {
  const { book, village } = await readableBook(reads, viewer, bookId)
  const rows = await reads.query<RawRow>(
    `SELECT ${objectionTable.columnList} FROM ledger_objections WHERE book_id = ?${month === null ? '' : ' AND month = ?'}
     ORDER BY month DESC, id DESC LIMIT ${OBJECTION_LIMIT_ROWS}`,
    [bookId, ...(month === null ? [] : [month])],
  )
  const objections = rows.map(objectionTable.fromRaw)
  const seesAll = seesObjectors(viewer, book)
  const people = objections.flatMap(({ raisedBy, answeredBy }) => [raisedBy, answeredBy]).filter((id) => id !== null)
  const tags = await personTags(reads, people, now, village.id)
  return {
    objections: objections.map((one): ObjectionView => {
      const isMine = one.raisedBy === viewer.personId
      const isShown = seesAll || isMine
      const { answerWords, answeredBy, answeredAt } = one
      return {
        id: one.id,
        month: one.month,
        entryId: one.entryId,
        words: isShown ? one.words : maskNumbersIn(one.words),
        raisedBy: isShown ? tags.get(one.raisedBy) ?? null : null,
        raisedAt: one.raisedAt,
        answer: answerWords === null || answeredBy === null || answeredAt === null ? null : {
          words: isShown ? answerWords : maskNumbersIn(answerWords), by: tags.get(answeredBy) ?? null, at: answeredAt,
        },
        mayAnswer: answeredAt === null && !isMine && mayAnswerObjection(viewer, book),
      }
    }),
  }
}

function seesObjectors(viewer: Viewer, book: Book): boolean {
  return mayAnswerObjection(viewer, book) || watchesSubDistrict(viewer, book.subDistrictId)
}
