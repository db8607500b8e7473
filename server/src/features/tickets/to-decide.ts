import type { Viewer } from '@huiying/shared/identity'
import type { EpochMs } from '@huiying/shared/kernel'
import type { ToDecide } from '@huiying/shared/tickets'
import type { Scalar } from '../../platform/database/column'
import { placeholders } from '../../platform/database/own-sql'
import { CYCLE_NUMBER } from './ticket-row'

export interface Waiting {
  readonly key: ToDecide
  /** On tickets `t`. */
  readonly where: string
  readonly params: readonly Scalar[]
}

/**
 * What waits for the viewer's decision, by the rules of `waysActionsFor` and `partActionsFor`: an objection nobody has
 * ruled on, more time that another than he has asked for, a refusal no leader has looked at. Empty below.
 */
export function waitingFor({ personId, posts }: Viewer, now: EpochMs): readonly Waiting[] {
  const at = (...kinds: readonly string[]): readonly string[] =>
    posts.flatMap(({ kind, subDistrictId }) => (kinds.includes(kind) && subDistrictId !== null ? [subDistrictId] : []))
  const [watched, led] = [at('staff', 'leader'), at('leader')]
  const within = (ids: readonly string[]): string =>
    `t.sub_district_id IN (${placeholders(ids.length)}) AND t.status IN ('submitted', 'in-progress')`
  return [
    ...(watched.length === 0 ? [] : [
      {
        key: 'objections' as const,
        where: `${within(watched)} AND t.visibility <> 'confidential' AND EXISTS (SELECT 1 FROM ticket_moves m
          WHERE m.ticket_id = t.id AND m.objected_at IS NOT NULL AND m.ruled_at IS NULL
            AND m.number = (SELECT MAX(l.number) FROM ticket_moves l WHERE l.ticket_id = t.id))`,
        params: watched,
      },
      {
        key: 'extensions' as const,
        where: `${within(watched)} AND EXISTS (SELECT 1 FROM ticket_extensions e
          WHERE e.ticket_id = t.id AND e.decided_at IS NULL AND e.from_due_at >= ? AND e.asked_by <> ?
            AND e.cycle = ${CYCLE_NUMBER})`,
        params: [...watched, now, personId ?? ''],
      },
    ]),
    ...(led.length === 0 ? [] : [{
      key: 'refusals' as const,
      where: `${within(led)} AND EXISTS (SELECT 1 FROM ticket_parts p
        WHERE p.ticket_id = t.id AND p.refused_at IS NOT NULL AND p.reviewed_at IS NULL AND p.reported_at IS NULL
          AND p.closed_at IS NULL)`,
      params: led,
    }]),
  ]
}
