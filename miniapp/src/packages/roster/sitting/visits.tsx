import { View } from '@tarojs/components'
import { formatTime, type CalendarDate } from '@huiying/shared/kernel'
import type { SittingAnswer, SittingVisit } from '@huiying/shared/roster'
import { PersonActions } from '@/features/roster/person-actions'
import { nearDayTitle } from '@/features/roster/words'
import { Avatar } from '@/ui/avatar'
import { Card } from '@/ui/card'
import { unbroken } from '@/ui/unbroken'
import { titleAndPhone } from './on-duty'
import styles from './sitting.module.scss'

export interface VisitsProps {
  readonly answer: Pick<SittingAnswer, 'nextStationed' | 'leaderVisits'>
  readonly today: CalendarDate
  readonly maySpeak: boolean
}

/** When the stationed cadre and the leaders come next; nothing where neither is planned. */
export function Visits({ answer, today, maySpeak }: VisitsProps) {
  const { nextStationed, leaderVisits } = answer
  return (
    <>
      {nextStationed !== null && (
        <Card title='包村干部哪天来'>
          <Visit visit={nextStationed} today={today} maySpeak={maySpeak} />
        </Card>
      )}
      {leaderVisits.length > 0 && (
        <Card title='领导哪天来坐班'>
          {leaderVisits.map((visit) => (
            <Visit key={`${visit.on}-${visit.person.personId}`} visit={visit} today={today} maySpeak={maySpeak} />
          ))}
        </Card>
      )}
    </>
  )
}

interface VisitProps {
  readonly visit: SittingVisit
  readonly today: CalendarDate
  readonly maySpeak: boolean
}

function Visit({ visit, today, maySpeak }: VisitProps) {
  const { on, fromAt, toAt, person } = visit
  return (
    <View className={styles.person}>
      <View className={styles.when}>{nearDayTitle(on, today)}</View>
      <View className={styles.hours}>{unbroken(`${formatTime(fromAt)} 到 ${formatTime(toAt)}`)}</View>
      <Avatar name={person.name} role={titleAndPhone(person)} />
      <PersonActions cadre={person} maySpeak={maySpeak} />
    </View>
  )
}
