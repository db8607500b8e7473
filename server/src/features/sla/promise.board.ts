import { belongsTo, watchesSubDistrict, type Viewer } from '@huiying/shared/identity'
import { chinaDateOf, DomainError, type EpochMs } from '@huiying/shared/kernel'
import { policyOn, type PolicyView, type PromiseAnswer, type PromiseView } from '@huiying/shared/sla'
import type { Reads } from '../../platform/database/reads'
import { calendarOf } from '../calendar/public'
import { personTags } from '../identity/public'
import { unitOf, villageOf } from '../villages/public'
import { keptSubDistrictOf, watchedSubDistrictOf } from './kept-sub-district'
import { policiesOf } from './policies'
import type { StoredPolicy } from './policy.table'
import { promiseOf } from './public'

const MOST_PAST = 20
const MOST_REPLACED = 20

/**
 * The terms a sub-district works by: those in force, what is planned, what was.
 * @throws request.not-found for whoever neither watches nor administers one
 */
export async function promiseAnswerOf(reads: Reads, viewer: Viewer, now: EpochMs): Promise<PromiseAnswer> {
  const subDistrictId = watchedSubDistrictOf(viewer)
  if (subDistrictId === null) throw new DomainError('request.not-found')
  const [policies, calendar, unit] = await Promise.all([
    policiesOf(reads, subDistrictId), calendarOf(reads, subDistrictId), unitOf(reads, subDistrictId),
  ])
  const setters = policies.flatMap(({ setBy }) => (setBy === null ? [] : [setBy]))
  const tags = await personTags(reads, [...new Set(setters)], now, subDistrictId)
  const today = chinaDateOf(now)
  const inForce = policyOn(policies, subDistrictId, today)
  const viewOf = (policy: PolicyView | StoredPolicy): PolicyView => {
    const stored = 'subDistrictId' in policy ? policy : null
    const { version, firstOn, terms } = policy
    return { version, firstOn, terms, setBy: nameOf(tags, stored?.setBy ?? null), setAt: stored?.setAt ?? null }
  }
  const stored = policies.find(({ version }) => version === inForce.version)
  const standing = standingOf(policies)
  return {
    now,
    subDistrictName: unit?.name ?? '',
    inForce: viewOf(stored ?? { ...inForce, setBy: null, setAt: null }),
    planned: standing.filter(({ firstOn }) => firstOn > today)
      .sort((one, other) => (one.firstOn < other.firstOn ? -1 : 1)).map(viewOf),
    past: standing.filter(({ version, firstOn }) => version !== inForce.version && firstOn <= today).reverse()
      .slice(0, MOST_PAST).map(viewOf),
    replaced: policies.filter((policy) => !standing.includes(policy)).reverse().slice(0, MOST_REPLACED).map(viewOf),
    latestVersion: policies.at(-1)?.version ?? 0,
    calendar,
    maySet: keptSubDistrictOf(viewer) !== null,
  }
}

/**
 * For whoever may say something in the village, before he says it.
 * @throws identity.village-not-found for whoever has nothing to do with it
 */
export async function villagePromise(
  reads: Reads,
  viewer: Viewer,
  villageId: string,
  now: EpochMs,
): Promise<PromiseView> {
  const village = await villageOf(reads, villageId)
  const isHis = village !== null && (belongsTo(viewer, village.id) || watchesSubDistrict(viewer, village.subDistrictId))
  if (!isHis) throw new DomainError('identity.village-not-found')
  return promiseOf(reads, village.subDistrictId, now)
}

/** Of two set for one day the later version alone holds. */
function standingOf(policies: readonly StoredPolicy[]): readonly StoredPolicy[] {
  return policies.filter(({ firstOn, version }) =>
    !policies.some((other) => other.firstOn === firstOn && other.version > version))
}

function nameOf(tags: Awaited<ReturnType<typeof personTags>>, personId: string | null): string | null {
  return personId === null ? null : (tags.get(personId)?.name ?? null)
}
