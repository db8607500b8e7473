import { View } from '@tarojs/components'
import { chinaDateOf } from '@huiying/shared/kernel'
import {
  isMonth, LEGAL_BODY_NAMES, monthAfter, monthOf, type BookBrief, type LegalBody, type Month,
} from '@huiying/shared/ledger'
import type { UnitBrief } from '@huiying/shared/villages'
import { monthTitle } from '@/features/ledger/words'
import { serverNow } from '@/platform/clock'
import { useDraft } from '@/platform/draft'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Fault } from '@/ui/fault'
import { Field, Line } from '@/ui/field'
import { toast } from '@/ui/toast'
import { openBook } from '../api'
import styles from '../keeping.module.scss'

export interface OpenBookFormProps {
  readonly village: UnitBrief
  /** Those without a book yet. */
  readonly bodies: readonly LegalBody[]
  readonly onOpened: (book: BookBrief) => void
}

interface Wish {
  readonly legalBody: LegalBody | ''
  readonly firstMonth: Month | ''
}

const BODY_NOTES: Readonly<Record<LegalBody, string>> = {
  collective: '集体的资产、承包费、分红记在这里', 'village-committee': '村务的补助、办公和公益支出记在这里',
}

/** 建账: whose book, and from which month on. */
export function OpenBookForm({ village, bodies, onOpened }: OpenBookFormProps) {
  const running = monthOf(chinaDateOf(serverNow()))
  const kept = useDraft<Wish>(`keeping/open/${village.id}`, { legalBody: '', firstMonth: '' })
  const act = useAct()
  const legalBody = bodies.find((body) => body === kept.value.legalBody) ?? bodies[0]
  const firstMonth = kept.value.firstMonth === '' ? `${running.slice(0, 4)}-01` : kept.value.firstMonth
  const send = async () => {
    if (legalBody === undefined) return
    if (!isMonth(firstMonth) || firstMonth > running) return act.complain('月份没看懂，请写成 2026-01，不晚于这个月')
    const isDone = await act.run(async (key) => {
      const { book } = await openBook(village.id, { legalBody, firstMonth }, key)
      kept.clear()
      onOpened(book)
    })
    if (isDone) toast('建好了，接着写期初余额，或导入以前的账')
  }
  return (
    <Card title={`给${village.name}建账`}>
      <View className={styles.say}>建账以后，每一笔村里人都能看到。常用的科目会自己加好，以后还能再加。</View>
      <Field title='谁的账'>
        <Choice
          label='谁的账'
          layout='list'
          value={legalBody ?? null}
          options={bodies.map((body) => ({ value: body, words: LEGAL_BODY_NAMES[body], note: BODY_NOTES[body] }))}
          onChange={(body) => kept.change({ legalBody: body })}
        />
      </Field>
      <Field title='从哪个月开始记' note='更早的只记一笔期初余额；要带进以前的账，就写以前的账开始的那个月'>
        <View className={styles.gap}>
          <Choice
            label='从哪个月开始记'
            value={firstMonth}
            options={startMonths(running).map((month) => ({ value: month, words: monthTitle(month) }))}
            onChange={(month) => kept.change({ firstMonth: month })}
          />
        </View>
        <Line
          label='从哪个月开始记，写年月'
          value={firstMonth}
          maxLength={7}
          placeholder='2026-01'
          onChange={(month) => kept.change({ firstMonth: month })}
        />
      </Field>
      <Fault words={act.fault} />
      <Button look='primary' isMain icon='book-open' isBusy={act.isBusy} onPress={() => void send()}>建账</Button>
    </Card>
  )
}

/** This month, the last one, this year's first, the year before's. */
function startMonths(running: Month): readonly Month[] {
  const year = Number(running.slice(0, 4))
  return [...new Set([`${year - 1}-01`, `${year}-01`, monthAfter(running, -1), running])]
}
