import { useState } from 'react'
import { View } from '@tarojs/components'
import { holidaysUnnamed, type CalendarAnswer } from '@huiying/shared/calendar'
import { setCalendarYear } from '@/features/roster/api'
import { ApiError } from '@/platform/api-error'
import { sentenceOf } from '@/platform/say'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { TextBox } from '@/ui/text-box'
import { ask, toast } from '@/ui/toast'
import styles from './calendar.module.scss'
import { dayName } from './day-names'
import { dayIn, faultsOf, readDraft, type HolidayDraft, type YearDraft, type YearFaults } from './year-draft'

export interface YearFormProps {
  readonly first: YearDraft
  readonly onLeave: () => void
  readonly onStored: (answer: CalendarAnswer) => void
}

/** A year copied from the announcement: days may be written as it writes them. */
export function YearForm({ first, onLeave, onStored }: YearFormProps) {
  const [draft, setDraft] = useState(first)
  const [faults, setFaults] = useState<YearFaults>({})
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const change = (part: Partial<YearDraft>) => setDraft({ ...draft, ...part })
  const changeHoliday = (index: number, part: Partial<HolidayDraft>) =>
    change({ holidays: draft.holidays.map((one, at) => (at === index ? { ...one, ...part } : one)) })

  const store = async () => {
    const read = readDraft(draft)
    setFault(null)
    setFaults('faults' in read ? read.faults : {})
    if ('faults' in read) return setFault('有的地方没写对，请看上面红字')
    const { year, ...body } = read.year
    const unnamed = holidaysUnnamed(body)
    if (unnamed.length > 0) {
      const words = `还没写：${unnamed.join('、')}，就这样存吗？`
      if (!(await ask({ title: '有的节日没写', words, yes: '就这样存', no: '回去写' }))) return undefined
    }
    setIsBusy(true)
    try {
      onStored(await setCalendarYear(year, body))
      toast(`${year}年的放假安排存好了`)
    } catch (error) {
      if (error instanceof ApiError && error.code === 'calendar.year-faulty') setFaults(faultsOf(draft, error.details))
      setFault(sentenceOf(error))
      setIsBusy(false)
    }
    return undefined
  }

  return (
    <>
      <Card title={`${draft.year}年放假安排`}>
        <Field title='哪个文件定的' note='写上文号和日期，以后好查。' fault={faults.source ?? null}>
          <TextBox label='哪个文件定的' value={draft.source} limit={200} rows={3} onChange={(source) => change({ source })} />
        </Field>
      </Card>
      <Card title='放假的日子'>
        <View className={styles.small}>从哪天到哪天，写成 10.1 或 10月1日。不放的节日空着。</View>
        {draft.holidays.map((holiday, index) => (
          <View key={index} className={styles.holiday}>
            <View className={styles.name}>
              <Line label={`第 ${index + 1} 个节日的名字`} value={holiday.name} maxLength={20} onChange={(name) => changeHoliday(index, { name })} />
            </View>
            <View className={styles.day}>
              <Line label={`${holiday.name}从哪天`} value={holiday.from} placeholder='从' maxLength={12} onChange={(from) => changeHoliday(index, { from })} />
            </View>
            <View className={styles.day}>
              <Line label={`${holiday.name}到哪天`} value={holiday.to} placeholder='到' maxLength={12} onChange={(to) => changeHoliday(index, { to })} />
            </View>
            <View className={styles.whole}><Fault words={faults[`holiday ${index}`] ?? null} /></View>
          </View>
        ))}
        <Fault words={faults.holidays ?? null} />
        <Button icon='plus' onPress={() => change({ holidays: [...draft.holidays, { name: '', from: '', to: '' }] })}>
          再加一个节日
        </Button>
      </Card>
      <Card title='调休上班的日子'>
        <View className={styles.small}>周六、周日里要上班的那几天。</View>
        {draft.makeUpDays.map((text, index) => (
          <View key={index} className={styles.makeUp}>
            <Line
              label={`第 ${index + 1} 个调休上班的日子`}
              value={text}
              placeholder='如 2.14'
              maxLength={12}
              onChange={(next) =>
                change({ makeUpDays: draft.makeUpDays.map((one, at) => (at === index ? next : one)) })}
            />
            <View className={styles.small}>{understood(draft.year, text)}</View>
            <Fault words={faults[`makeUpDay ${index}`] ?? null} />
          </View>
        ))}
        <Fault words={faults.makeUpDays ?? null} />
        <Button icon='plus' onPress={() => change({ makeUpDays: [...draft.makeUpDays, ''] })}>再加一天</Button>
      </Card>
      <Fault words={fault} />
      <View className={styles.act}>
        <Button look='primary' isMain isBusy={isBusy} onPress={() => void store()}>存</Button>
      </View>
      <Button onPress={onLeave}>不录了</Button>
    </>
  )
}

/** The weekday tells at once whether one has slipped a day. */
function understood(year: number, text: string): string {
  const on = dayIn(year, text)
  return on === null ? '' : dayName(on)
}
