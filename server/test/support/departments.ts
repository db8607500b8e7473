import { unitTable } from '../../src/features/villages/unit.table'
import { AnswerCall } from '../../src/features/tickets/answer-call'
import { CallDepartments } from '../../src/features/tickets/call-departments'
import { ClosePart } from '../../src/features/tickets/close-part'
import { ReviewPart } from '../../src/features/tickets/review-part'
import type { Database } from '../../src/platform/database/open-database'
import type { SeatedPost } from '@huiying/shared/identity'
import { settlePerson, viewerOf } from './small-village'

/** id and name of a department, its officer, and the unit it hangs under; the last is the county's. */
const DEPARTMENTS = [
  { id: 'water', name: '供水站', officer: { id: 'shui', name: '水长青' }, parentId: 'qingxi' },
  { id: 'roads', name: '城建办', officer: { id: 'lu', name: '路大平' }, parentId: 'qingxi' },
  { id: 'police', name: '派出所', officer: { id: 'jing', name: '景卫' }, parentId: 'qingxi' },
  { id: 'power', name: '供电局', officer: { id: 'dian', name: '田有光' }, parentId: 'yunling' },
] as const

/** Four departments beside the small village, each with one officer; and one that nobody works at. */
export async function settleDepartments(database: Database): Promise<void> {
  await database.unitOfWork.run(async (work) => {
    work.insert(
      unitTable,
      ...DEPARTMENTS.map(({ id, name, parentId }) => ({ id, kind: 'department' as const, name, parentId, code: `D-${id}` })),
      { id: 'empty', kind: 'department' as const, name: '文化站', parentId: 'qingxi', code: 'D-empty' },
    )
  })
  for (const { id, officer, parentId } of DEPARTMENTS) {
    const post: SeatedPost = {
      id: `${officer.id}-officer`, personId: officer.id, kind: 'officer', unitId: id, charge: null, fromAt: 0, toAt: null,
      villageId: null, subDistrictId: parentId === 'qingxi' ? 'qingxi' : null,
    }
    await settlePerson(database, officer, post)
  }
}

/** What people do with parts, by name of department. */
export function departmentsAtWork(database: Database) {
  const { unitOfWork, ids } = database
  const partOf = async (ticketId: string, unitId: string): Promise<string> => {
    const [row] = await database.reads.query<{ readonly id: string }>(
      'SELECT id FROM ticket_parts WHERE ticket_id = ? AND unit_id = ? ORDER BY called_at DESC, id DESC LIMIT 1', [ticketId, unitId],
    )
    return row?.id ?? 'nothing'
  }
  const answer = async (by: string, ticketId: string, unitId: string, refusal: string | null) =>
    new AnswerCall(unitOfWork, ids).execute(await viewerOf(database, by), {
      ticketId, partId: await partOf(ticketId, unitId), refusal,
    })
  return {
    whistle: async (by: string, ticketId: string, ...calls: readonly (readonly [string, string])[]) =>
      new CallDepartments(unitOfWork, ids).execute(await viewerOf(database, by), {
        ticketId, calls: calls.map(([unitId, task]) => ({ unitId, task })),
      }),
    report: (by: string, ticketId: string, unitId: string) => answer(by, ticketId, unitId, null),
    refuse: (by: string, ticketId: string, unitId: string, why: string) => answer(by, ticketId, unitId, why),
    review: async (by: string, ticketId: string, unitId: string, isExcused: boolean, text: string) =>
      new ReviewPart(unitOfWork, ids).execute(await viewerOf(database, by), {
        ticketId, partId: await partOf(ticketId, unitId), isExcused, text,
      }),
    finish: async (by: string, ticketId: string, unitId: string, text: string) =>
      new ClosePart(unitOfWork, ids).execute(await viewerOf(database, by), {
        ticketId, partId: await partOf(ticketId, unitId), text, photoIds: [],
      }),
  }
}
