import type { PostKind } from '@huiying/shared/identity'
import { SEAT_NAMES } from '@huiying/shared/roster'
import { postShortTitle } from '@/features/tickets/words'
import { dayTitle } from '@/features/roster/words'
import { busyOn, candidatesFor, dutyWords, mayEdit, type DutyCount, type MonthModel, type Spot } from '../month-model'
import type { MonthRights } from '../rights'
import styles from './desk.module.scss'

export interface CandidateStripProps {
  readonly model: MonthModel
  readonly spot: Spot | null
  readonly counts: ReadonlyMap<number, DutyCount>
  readonly rights: MonthRights
  readonly onChoose: (index: number) => void
  readonly onClear: () => void
}

// As many as there are keys; a sub-district's stationed cadres are many more.
const SHOWN = 9

/** Who may sit where the keyboard stands, numbered as the keys are, each with how often he sits this month. */
export function CandidateStrip({ model, spot, counts, rights, onChoose, onClear }: CandidateStripProps) {
  const title = spot === null ? '点一格，这里列出能来的人' : titleOf(model, spot)
  const candidates = spot === null ? [] : candidatesFor(model, spot.village, spot.seat)
  const busy = spot === null ? new Set<number>() : busyOn(model, spot)
  const isOpen = spot !== null && mayEdit(model, spot, rights.maySetVisits)
  return (
    <div className={styles.strip} role='group' aria-label={title}>
      <div className={styles.stripTitle}>{title}</div>
      <div className={styles.chips}>
        {candidates.slice(0, SHOWN).map((person, index) => {
          const { name, post, charge } = model.people[person] ?? { name: '', post: null, charge: null }
          return (
            <button
              key={person}
              type='button'
              className={styles.chip}
              disabled={!isOpen || busy.has(person)}
              {...(isOpen && !busy.has(person) ? { 'data-person': person, 'data-name': name } : {})}
              onClick={() => onChoose(index)}
            >
              <span className={styles.chipKey}>{index + 1}</span>
              <span className={styles.chipName}>{name}</span>
              <span className={styles.chipNote}>
                {busy.has(person) ? '那天已经有班' : noteOf(post, charge, counts.get(person))}
              </span>
            </button>
          )
        })}
        {candidates.length > SHOWN && (
          <span className={styles.more}>{`还有 ${candidates.length - SHOWN} 人，回车看全部`}</span>
        )}
        {isOpen && <button type='button' className={styles.chip} onClick={onClear}>空着</button>}
      </div>
    </div>
  )
}

function noteOf(post: PostKind | null, charge: string | null, count: DutyCount | undefined): string {
  return `${post === null ? '' : postShortTitle(post, charge)} ${dutyWords(count)}`
}

function titleOf({ answer }: MonthModel, { village, day, seat }: Spot): string {
  return `${answer.villages[village]?.village.name ?? ''} ${dayTitle(answer.days[day]?.on ?? '')} ${SEAT_NAMES[seat]}`
}
