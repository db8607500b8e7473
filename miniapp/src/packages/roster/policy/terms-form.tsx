import { MINUTE_MS } from '@huiying/shared/kernel'
import type { RosterTerms } from '@huiying/shared/roster'
import { Card } from '@/ui/card'
import { ChoiceField, NumberChoice } from '@/ui/choice-field'
import { ClockField } from '@/ui/clock-field'
import { Toggle } from '@/ui/toggle'
import { WHY_NO_LOCATION } from './terms-words'

export interface TermsFormProps {
  readonly terms: RosterTerms
  readonly onChange: (part: Partial<RosterTerms>) => void
}

const WEEKDAYS = [1, 2, 3, 4, 5].map((value) => ({ value, words: `周${'日一二三四五'.charAt(value)}` }))
const ABSENT_MINUTES = [15, 30, 45, 60]
const VISITS = [0, 1, 2, 4]
const CIRCLES = [100, 200, 500, 1_000]

// Where a circle is first drawn: a village's service centre with its yard.
const FIRST_CIRCLE_M = 200

export function TermsForm({ terms, onChange }: TermsFormProps) {
  return (
    <>
      <Card>
        <ClockField title='每天几点交接班' minute={terms.handOverMinute} onChange={(handOverMinute) => onChange({ handOverMinute })} />
        <ClockField title='坐班几点开始' minute={terms.visitFromMinute} onChange={(visitFromMinute) => onChange({ visitFromMinute })} />
        <ClockField title='坐班几点结束' minute={terms.visitToMinute} onChange={(visitToMinute) => onChange({ visitToMinute })} />
        <NumberChoice
          title='多久没点接班，算没接班'
          values={ABSENT_MINUTES}
          value={terms.absentAfterMs / MINUTE_MS}
          words={(minutes) => `${minutes} 分钟`}
          onChange={(minutes) => onChange({ absentAfterMs: minutes * MINUTE_MS })}
        />
        <ChoiceField
          title='包村干部一般哪天来'
          note='包几个村的，往后一天排一个村。'
          options={WEEKDAYS}
          value={terms.stationedWeekday}
          onChange={(stationedWeekday) => onChange({ stationedWeekday })}
        />
        <NumberChoice
          title='重点村，领导一个月去几次'
          values={VISITS}
          value={terms.leaderVisits}
          words={(visits) => (visits === 0 ? '不安排' : `${visits} 次`)}
          onChange={(leaderVisits) => onChange({ leaderVisits })}
        />
      </Card>
      <Card>
        <Toggle
          title='接班时看位置'
          note={WHY_NO_LOCATION}
          isOn={terms.locationCircleM !== null}
          stateWords={['看', '不看']}
          onChange={(isOn) => onChange({ locationCircleM: isOn ? FIRST_CIRCLE_M : null })}
        />
        {terms.locationCircleM !== null && (
          <NumberChoice
            title='离村服务中心多远以内'
            values={CIRCLES}
            value={terms.locationCircleM}
            words={(meters) => `${meters} 米`}
            onChange={(locationCircleM) => onChange({ locationCircleM })}
          />
        )}
      </Card>
    </>
  )
}
