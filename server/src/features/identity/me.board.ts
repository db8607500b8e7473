import { weightiestFirst, type Me, type MembershipRequest, type MyPost, type PostKind } from '@huiying/shared/identity'
import { DomainError, maskPhone, type EpochMs } from '@huiying/shared/kernel'
import type { UnitBrief, UnitKind } from '@huiying/shared/villages'
import type { Reads } from '../../platform/database/reads'

interface AccountRow {
  readonly phone: string | null
  readonly person_id: string | null
  readonly name: string | null
  readonly register_phone: string | null
  readonly unread: number
}

interface PostRow {
  readonly kind: PostKind
  readonly charge: string | null
  readonly unit_id: string
  readonly unit_kind: UnitKind
  readonly unit_name: string
  readonly village_id: string | null
  readonly village_name: string | null
  readonly sub_district_id: string | null
  readonly sub_district_name: string | null
}

interface RequestRow {
  readonly status: MembershipRequest['status']
  readonly village_id: string
  readonly village_name: string
  readonly created_at: number
}

/** The account's own screen: who it is, what posts he holds now, what he waits for. */
export async function meOf(reads: Reads, accountId: string, at: EpochMs, isDemo: boolean): Promise<Me> {
  const [account] = await reads.query<AccountRow>(
    `SELECT a.phone, a.person_id, h.name, h.phone AS register_phone,
       (SELECT COUNT(*) FROM notices n WHERE n.person_id = a.person_id AND n.read_at IS NULL) AS unread
     FROM accounts a LEFT JOIN people h ON h.id = a.person_id WHERE a.id = ?`,
    [accountId],
  )
  if (account === undefined) throw new DomainError('session.expired')
  const [posts, request] = await Promise.all([
    account.person_id === null ? [] : postsOf(reads, account.person_id, at),
    latestRequestOf(reads, accountId),
  ])
  const phone = account.register_phone ?? account.phone
  return {
    accountId,
    person:
      account.person_id === null || account.name === null
        ? null
        : { id: account.person_id, name: account.name, maskedPhone: phone === null ? null : maskPhone(phone) },
    posts,
    waitingFor: request?.status === 'waiting' ? { village: villageIn(request), since: request.created_at } : null,
    declinedBy: request?.status === 'declined' && account.person_id === null ? villageIn(request) : null,
    phoneKnown: account.phone !== null,
    unreadNotices: Number(account.unread),
    demo: isDemo,
  }
}

async function postsOf(reads: Reads, personId: string, at: EpochMs): Promise<readonly MyPost[]> {
  const rows = await reads.query<PostRow>(
    `SELECT p.kind, p.charge, p.unit_id, u.kind AS unit_kind, u.name AS unit_name,
       p.village_id, v.name AS village_name, p.sub_district_id, s.name AS sub_district_name
     FROM posts p JOIN units u ON u.id = p.unit_id
     LEFT JOIN units v ON v.id = p.village_id LEFT JOIN units s ON s.id = p.sub_district_id
     WHERE p.person_id = ? AND p.from_at <= ? AND (p.to_at IS NULL OR p.to_at > ?) ORDER BY p.from_at, p.id`,
    [personId, at, at],
  )
  return weightiestFirst(rows).map((row) => ({
    kind: row.kind,
    unit: { id: row.unit_id, kind: row.unit_kind, name: row.unit_name },
    village: brief(row.village_id, 'village', row.village_name),
    subDistrict: brief(row.sub_district_id, 'sub-district', row.sub_district_name),
    charge: row.charge,
  }))
}

async function latestRequestOf(reads: Reads, accountId: string): Promise<RequestRow | null> {
  const [row] = await reads.query<RequestRow>(
    `SELECT r.village_id, u.name AS village_name, r.status, r.created_at
     FROM membership_requests r JOIN units u ON u.id = r.village_id
     WHERE r.account_id = ? ORDER BY r.created_at DESC, r.id DESC LIMIT 1`,
    [accountId],
  )
  return row ?? null
}

function villageIn(request: RequestRow): UnitBrief {
  return { id: request.village_id, kind: 'village', name: request.village_name }
}

function brief(id: string | null, kind: UnitKind, name: string | null): UnitBrief | null {
  return id === null || name === null ? null : { id, kind, name }
}
