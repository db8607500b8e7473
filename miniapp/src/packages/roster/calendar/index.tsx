import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CalendarAnswer } from '@huiying/shared/calendar'
import { chinaDateOf } from '@huiying/shared/kernel'
import { SignedIn } from '@/features/identity'
import { fetchCalendar } from '@/features/roster/api'
import { serverNow } from '@/platform/clock'
import { useLoad } from '@/platform/use-load'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { LoadedView } from '@/ui/loaded-view'
import { Page } from '@/ui/page'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import styles from './calendar.module.scss'
import { dayName, spanName } from './day-names'
import { YearForm } from './year-form'
import { draftOf, emptyDraft, type YearDraft } from './year-draft'

/** Days off and make-up days, year by year, each with where it is written; the sub-district's admin may enter one. */
export default function CalendarPage() {
  return (
    <Page title='放假安排'>
      <SignedIn>{(me) => <Years key={me.accountId} />}</SignedIn>
    </Page>
  )
}

function Years() {
  const calendar = useLoad('calendar', fetchCalendar)
  const [draft, setDraft] = useState<YearDraft | null>(null)
  // The form is another page to the reader: both begin at their top.
  const show = (next: YearDraft | null) => {
    setDraft(next)
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }
  return (
    <LoadedView loaded={calendar}>
      {(answer) =>
        draft !== null ? (
          <YearForm
            first={draft}
            onLeave={() => show(null)}
            onStored={(next) => {
              calendar.replace(next)
              show(null)
            }}
          />
        ) : (
          <>
            {answer.mayEnter && <Missing answer={answer} onEnter={(year) => show(emptyDraft(year))} />}
            {answer.years.map((year) => (
              <Card key={year.year} title={`${year.year}年`}>
                <View className={styles.source}>
                  {year.isOwn && <Tag>本街道录入</Tag>}
                  <View>{year.source}</View>
                </View>
                {year.holidays.map(({ name, fromOn, toOn }) => (
                  <View key={`${name}${fromOn}`} className={styles.row}>
                    {unbroken(`${name}：${spanName(fromOn, toOn)}`)}
                  </View>
                ))}
                <View className={styles.row}>
                  {year.makeUpDays.length === 0 ? '没有调休上班的日子' : `调休上班：${year.makeUpDays.map(dayName).join('、')}`}
                </View>
                {answer.mayEnter && (
                  <View className={styles.act}>
                    <Button icon='pencil' onPress={() => show(draftOf(year))}>
                      {year.isOwn ? '改一改' : '按本地的改'}
                    </Button>
                  </View>
                )}
              </Card>
            ))}
            {!answer.mayEnter && <View className={styles.small}>少了哪一年，请街道的管理员录入。</View>}
          </>
        )
      }
    </LoadedView>
  )
}

interface MissingProps {
  readonly answer: CalendarAnswer
  readonly onEnter: (year: number) => void
}

/** The next year is announced each autumn; without it no January can be planned. */
function Missing({ answer, onEnter }: MissingProps) {
  const thisYear = Number(chinaDateOf(serverNow()).slice(0, 4))
  const missing = [thisYear, thisYear + 1].filter((year) => !answer.years.some((known) => known.year === year))
  return (
    <>
      {missing.map((year) => (
        <Card key={year} title={`${year}年还没有`} tone='soon'>
          <View className={styles.row}>国务院办公厅每年秋天公布下一年的放假安排。没有录入，那一年不能排班，只算上班时间的事也按全天算。</View>
          <View className={styles.act}>
            <Button look='primary' icon='plus' onPress={() => onEnter(year)}>{`录入${year}年`}</Button>
          </View>
        </Card>
      ))}
    </>
  )
}
