import type { EpochMs } from '../kernel'
import type { UnitBrief } from '../villages'
import type { PostKind } from './post'

/** POST /api/session/wechat — `code` from wx.login. */
export interface WeChatSignInBody {
  readonly code: string
}
/** POST /api/session/demo — exists in demo mode only. */
export interface DemoSignInBody {
  readonly personId: string
}
export interface SessionAnswer {
  readonly token: string
  readonly expiresAt: EpochMs
  readonly me: Me
}

export interface MyPost {
  readonly kind: PostKind
  readonly unit: UnitBrief
  readonly village: UnitBrief | null
  readonly subDistrict: UnitBrief | null
  readonly charge: string | null
}

/** GET /api/me */
export interface Me {
  readonly accountId: string
  /** `null` until the account is bound to somebody on a register. */
  readonly person: { readonly id: string; readonly name: string; readonly maskedPhone: string | null } | null
  readonly posts: readonly MyPost[]
  /** A request that still waits for the village's answer. */
  readonly waitingFor: { readonly village: UnitBrief; readonly since: EpochMs } | null
  /** The village that last said no, while nothing else waits and nobody is known. */
  readonly declinedBy: UnitBrief | null
  /** True once WeChat has vouched for a phone number of this account. */
  readonly phoneKnown: boolean
  readonly unreadNotices: number
  readonly demo: boolean
}

/**
 * POST /api/me/phone — `code` from the getPhoneNumber button. Answers Me; nobody on a register has the number: with
 * `person: null` and `phoneKnown: true`, and one asks to join. Several people share it: refused with
 * `identity.name-missing`; then once more with `name` and without a code, the number being known by now.
 */
export interface BindPhoneBody {
  readonly code?: string
  readonly name?: string
}

/**
 * POST /api/session/sign-out — this phone; `everywhere`: all phones, browsers and accounts of the person; with
 * `keepThis` all but this one. Answers 204.
 */
export interface SignOutBody {
  readonly everywhere?: boolean
  readonly keepThis?: boolean
}

/** POST /api/me/membership-requests — answers Me. */
export interface MembershipRequestBody {
  readonly villageId: string
  readonly name: string
  readonly note?: string
}

/** GET /api/villages/:villageId/membership-requests — secretary and director. */
export interface MembershipRequestRow {
  readonly id: string
  readonly name: string
  readonly maskedPhone: string
  readonly note: string
  readonly createdAt: EpochMs
}
export interface MembershipRequestsAnswer {
  readonly requests: readonly MembershipRequestRow[]
}
/** POST /api/membership-requests/:id/decision */
export interface MembershipDecisionBody {
  readonly approve: boolean
}

/** A person as he is named beside what he did: with his weightiest post. */
export interface PersonTag {
  readonly personId: string
  readonly name: string
  readonly post: PostKind | null
  readonly charge: string | null
  /** Where he serves, if that is neither the village spoken of nor its sub-district itself. */
  readonly unitName?: string
}

/** A cadre as residents see him. */
export interface CadreCard {
  readonly personId: string
  readonly name: string
  /** Every current post of his at this village or over it, the weightiest first. */
  readonly posts: readonly { readonly kind: PostKind; readonly charge: string | null }[]
  /** A cadre's duty number is public to residents of his village (handbook §3: face and call button). */
  readonly phone: string | null
  readonly onDuty: boolean
}

/**
 * GET /api/villages/:villageId/directory — for whoever belongs to the village, and for staff and leaders over it.
 */
export interface DirectoryAnswer {
  readonly village: UnitBrief
  readonly today: string
  readonly subDistrictName: string
  readonly cadres: readonly CadreCard[]
  /** Serve there and answer nobody: accountant and supervisor. A complaint may name them, too. */
  readonly alsoServing: readonly Pick<CadreCard, 'personId' | 'name' | 'posts'>[]
  /** Whom a ticket is @-ed to unless the resident picks another: the secretary, in his absence whoever is on duty. */
  readonly defaultAddresseeId: string | null
  readonly hole: DutyHole | null
}

/** The roster seats nobody of the committee now; who stands in is `onDuty`, too, but does not sit there. */
export interface DutyHole {
  readonly standInId: string | null
}

/** GET /api/demo/people — demo mode only: whom one may sign in as. */
export interface DemoPeopleAnswer {
  readonly people: readonly {
    readonly personId: string
    readonly name: string
    readonly kind: PostKind
    readonly postName: string
    readonly unitName: string
    readonly hint: string
    /** Invented; the stand-in WeChat takes `demo:<phone>` for a phone-number code of it. */
    readonly phone: string | null
  }[]
}
