import { View } from '@tarojs/components'
import type { CadreCard } from '@huiying/shared/identity'
import type { SittingAnswer } from '@huiying/shared/roster'
import { PersonActions } from '@/features/roster/person-actions'
import { cadreTitle } from '@/features/tickets/words'
import { Avatar } from '@/ui/avatar'
import { Card } from '@/ui/card'
import styles from './sitting.module.scss'

export interface OnDutyProps {
  readonly answer: SittingAnswer
  readonly maySpeak: boolean
}

/** The faces one can turn to at this minute. */
export function OnDuty({ answer, maySpeak }: OnDutyProps) {
  const gap = gapWords(answer)
  return (
    <Card title='现在值班' {...(gap === null ? {} : { tone: 'soon' as const })}>
      {gap !== null && <View className={styles.gap}>{gap}</View>}
      {answer.onDuty.map((cadre) => (
        <View key={cadre.personId} className={styles.person}>
          <Avatar name={cadre.name} size='large' role={titleAndPhone(cadre)} />
          <PersonActions cadre={cadre} maySpeak={maySpeak} />
        </View>
      ))}
    </Card>
  )
}

/** What is not as it should be, and whom one turns to then; `null` where the roster holds. */
export function gapWords({ hasRoster, isHole, onDuty }: Pick<SittingAnswer, 'hasRoster' | 'isHole' | 'onDuty'>): string | null {
  const first = onDuty[0]?.name
  if (!hasRoster) {
    return first === undefined ? '值班表还没公布。有事发在这里，街道会看到。' : `值班表还没公布，有事先找${first}。`
  }
  // Nobody was put there, or nobody of them has come: to whoever needs somebody it is the same.
  if (!isHole) return null
  return first === undefined ? '现在没人值班。有事发在这里，街道会看到。' : `现在没人值班，先由${first}接。`
}

// At a desk there may be no dialler, so the number is written out.
export function titleAndPhone(cadre: CadreCard): string {
  return cadre.phone === null ? cadreTitle(cadre) : `${cadreTitle(cadre)} ${cadre.phone}`
}
