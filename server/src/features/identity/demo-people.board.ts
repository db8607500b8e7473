import { postNameAt, type DemoPeopleAnswer, type PostKind } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import type { UnitKind } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'

type DemoPerson = DemoPeopleAnswer['people'][number]

interface Seat {
  readonly person_id: string
  readonly name: string
  readonly phone: string | null
  readonly kind: PostKind
  readonly unit_id: string
  readonly unit_name: string
  readonly unit_kind: UnitKind
  /** of the unit above; a group is only called "一组" */
  readonly village_name: string | null
}

/** One of each, in the order a visitor wants to try them: who asks, who answers, who watches. */
const SHOWN: readonly { readonly kind: PostKind; readonly hint: string }[] = [
  { kind: 'resident', hint: '说一件事，看村里怎么回' },
  { kind: 'secretary', hint: '看谁在找您，回应、办结' },
  { kind: 'committee-member', hint: '两委干部，帮着回应' },
  { kind: 'accountant', hint: '报账员，写开支、付款、记账' },
  { kind: 'supervisor', hint: '监委会主任，看花钱、签字' },
  { kind: 'director', hint: '村主任，签字、看本村排班' },
  { kind: 'grid-worker', hint: '替没有手机的人说' },
  { kind: 'stationed-cadre', hint: '包村干部，看本村没回的事；5000 元以上的要审' },
  { kind: 'staff', hint: '街道看板，看哪里超时了' },
  { kind: 'leader', hint: '街道领导，看督办单，定部门来不来' },
  { kind: 'officer', hint: '部门办事员，街道叫了要去' },
  { kind: 'admin', hint: '管理员，定放假安排和值班规矩' },
]

/**
 * People of the village where the first matter was raised, its reporter before other residents, and all whose five
 * signatures an expense needs; one resident of another village beside them, to see what he does not see.
 */
export async function demoPeople(reads: Reads, at: EpochMs): Promise<readonly DemoPerson[]> {
  const [first] = await reads.query<{ readonly village_id: string; readonly reporter_id: string | null }>(
    `SELECT u.id AS village_id, t.reporter_id FROM units u LEFT JOIN tickets t
       ON t.village_id = u.id AND t.visibility <> 'confidential'
     WHERE u.kind = ? ORDER BY t.submitted_at IS NULL, t.submitted_at, u.code LIMIT 1`,
    ['village'],
  )
  if (first === undefined) return []
  const cadres = await seats(reads, at, `p.village_id = ? AND p.kind <> ?`, [first.village_id, 'resident'])
  const watchers = await seats(
    reads, at, `p.village_id IS NULL AND p.sub_district_id = (SELECT parent_id FROM units WHERE id = ?)`, [first.village_id],
  )
  const reporter = await onlyResidents(reads, at, 'p.person_id = ?', first.reporter_id ?? '')
  const neighbours = await onlyResidents(reads, at, 'p.unit_id = ?', first.village_id)
  const strangers = await onlyResidents(reads, at, 'p.unit_id <> ?', first.village_id)
  const witnesses = await onlyResidents(reads, at, `p.person_id IN (
    SELECT witness_id FROM expenses WHERE status = 'signing' AND village_id = ?)`, first.village_id)
  const everybody = [...reporter, ...neighbours, ...cadres, ...watchers]
  const shown = SHOWN.flatMap(({ kind, hint }) => {
    const holder = everybody.find((seat) => seat.kind === kind)
    return holder === undefined ? [] : [personOf(holder, hint)]
  })
  const [county] = await seats(reads, at, `u.kind = ? AND p.kind = ?`, ['county', 'staff'], 1)
  const onShift = await whoHasTheShift(reads, at, first.village_id)
  const sitters = onShift.filter(({ person_id: id }) => !shown.some(({ personId }) => personId === id))
  const others = witnesses.filter(({ person_id: id }) => !shown.some(({ personId }) => personId === id))
  return [
    ...shown,
    ...(county === undefined ? [] : [personOf(county, '区县督查，看催了几天的督办单、说街道领导的事')]),
    ...others.map((seat) => personOf(seat, '开支的证明人，等着签字')),
    ...sitters.map((seat) => personOf(seat, '正在值班，看接班和交接')),
    ...strangers.map((seat) => personOf(seat, '别村的人，看不到这边的事')),
  ]
}

/** Whose committee shift runs: rather somebody who has still to take it over, of these rather one of the village. */
async function whoHasTheShift(reads: Reads, at: EpochMs, villageId: string): Promise<readonly Seat[]> {
  const [slot] = await reads.query<{ readonly person_id: string; readonly village_id: string }>(
    `SELECT s.person_id, s.village_id FROM duty_slots s WHERE s.published_at IS NOT NULL AND s.person_id IS NOT NULL
     AND s.seat IN ('lead', 'member') AND s.from_at <= ? AND s.to_at > ?
     ORDER BY s.taken_over_at IS NOT NULL, s.village_id <> ?, s.id LIMIT 1`,
    [at, at, villageId],
  )
  if (slot === undefined) return []
  return seats(reads, at, 'p.person_id = ? AND p.village_id = ? AND p.kind <> ?', [slot.person_id, slot.village_id, 'resident'], 1)
}

/** One who is nothing else: a secretary who lives there too would see what residents do not. */
function onlyResidents(reads: Reads, at: EpochMs, place: string, value: string): Promise<readonly Seat[]> {
  const otherPosts = `SELECT 1 FROM posts o WHERE o.person_id = p.person_id AND o.kind <> ?
    AND o.from_at <= ? AND (o.to_at IS NULL OR o.to_at > ?)`
  const values = ['resident', value, 'resident', at, at]
  return seats(reads, at, `p.kind = ? AND ${place} AND NOT EXISTS (${otherPosts})`, values, 1)
}

function seats(
  reads: Reads,
  at: EpochMs,
  place: string,
  values: readonly (string | number)[],
  limit = 200,
): Promise<readonly Seat[]> {
  return reads.query<Seat>(
    `SELECT p.person_id, h.name, h.phone, p.kind, p.unit_id, u.name AS unit_name, u.kind AS unit_kind, v.name AS village_name
     FROM posts p JOIN people h ON h.id = p.person_id JOIN units u ON u.id = p.unit_id
     LEFT JOIN units v ON v.id = p.village_id AND v.id <> u.id
     WHERE ${place} AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?) ORDER BY p.from_at, h.code LIMIT ?`,
    [...values, at, at, limit],
  )
}

function personOf({ person_id: personId, name, kind, phone, ...unit }: Seat, hint: string): DemoPerson {
  const post = postNameAt(kind, { kind: unit.unit_kind, name: unit.unit_name })
  return { personId, name, kind, postName: post, unitName: `${unit.village_name ?? ''}${unit.unit_name}`, hint, phone }
}
