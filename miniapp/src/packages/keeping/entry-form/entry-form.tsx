import { useState } from 'react'
import { View } from '@tarojs/components'
import { chinaDateOf } from '@huiying/shared/kernel'
import { PURPOSE_LIMIT, type KeeperAnswer } from '@huiying/shared/ledger'
import { useUploadOnce } from '@/features/expenses/use-upload-once'
import type { EntryKind } from '@/features/ledger/keeping-ways'
import { useDraft } from '@/platform/draft'
import { dropLocalFile } from '@/platform/local-file'
import { sendDraftNow } from '@/platform/send-draft'
import { useAct } from '@/platform/use-act'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Fault } from '@/ui/fault'
import { Field } from '@/ui/field'
import { PhotoPicker } from '@/ui/photo-picker'
import { TextBox } from '@/ui/text-box'
import { toast } from '@/ui/toast'
import { moneyPlaces } from '../account-choice'
import { postIncome, postManual, postOpening } from '../api'
import { DayField, lastDay, openMonths } from '../day-field'
import { FormFrame } from '../form-frame'
import styles from '../keeping.module.scss'
import {
  EMPTY_ENTRY, entryBody, entryFault, linesOf, openingLines, transferWords, type EntryValue,
} from './entry-value'
import { IncomeFields } from './income-fields'
import { LinesField } from './lines-field'
import { OpeningFields } from './opening-fields'
import { TransferFields } from './transfer-fields'

export interface EntryFormProps {
  readonly kind: EntryKind
  readonly desk: KeeperAnswer
  readonly isBeside: boolean
  /** `null`: thought better of it; what was written waits on the phone. */
  readonly onDone: (desk: KeeperAnswer | null) => void
}

const TITLES: Readonly<Record<EntryKind, string>> = {
  income: '记一笔收入', transfer: '取现、存现、转账', manual: '记别的账', opening: '期初余额',
}

/** As many as one takes in a go. */
const PHOTOS = 9

/** An entry the accountant writes by himself; kept on the phone at every stroke. */
export function EntryForm({ kind, desk, isBeside, onDone }: EntryFormProps) {
  const { book, accounts, now, months } = desk
  const [empty] = useState(() => emptyOf(kind, desk))
  const kept = useDraft<EntryValue>(`keeping/${book.id}/${kind}`, empty)
  const { value, change } = kept
  const { isBusy, fault, complain, run } = useAct()
  const uploadOnce = useUploadOnce()
  const today = chinaDateOf(now)
  const open = openMonths(months)
  const month = open.includes(desk.month) ? desk.month : open[0] ?? desk.month
  const day = value.on === '' ? lastDay(month, today) : value.on

  const send = () => {
    const wrong = entryFault(kind, value)
    if (wrong !== null) return complain(wrong)
    return void run(async () => {
      const photoIds = await Promise.all(value.photos.map(uploadOnce))
      const answer = await sendDraftNow(kept, (key) => {
        if (kind === 'opening') return postOpening(book.id, { lines: linesOf(kind, value) }, key)
        const body = entryBody(kind, value, photoIds, day)
        return kind === 'income' ? postIncome(book.id, body, key) : postManual(book.id, body, key)
      })
      await Promise.all(value.photos.map(dropLocalFile))
      toast('记上了')
      onDone(answer)
    })
  }
  const part = { desk, value, change }
  return (
    <FormFrame
      title={TITLES[kind]}
      isBeside={isBeside}
      footer={
        <>
          <Fault words={fault} />
          <View className={styles.acts}>
            <View className={styles.act}>
              <Button look='primary' isMain icon='notebook-pen' isBusy={isBusy} busyWords='正在记' onPress={send}>
                记上
              </Button>
            </View>
            {isBeside && <View className={styles.act}><Button isMain onPress={() => onDone(null)}>先不记</Button></View>}
          </View>
        </>
      }
    >
      <View className={styles.say}>{`${book.name}。记上就不能改，记错了只能红字冲掉再记。`}</View>
      {kind === 'opening' ? <OpeningFields {...part} /> : (
        <Card>
          {kind === 'income' && <IncomeFields {...part} />}
          {kind === 'transfer' && <TransferFields {...part} />}
          {kind === 'manual' && (
            <Field title='科目和金额' note='钱付出去要走开支、签齐五个字，不在这里记'>
              <LinesField lines={value.lines} accounts={accounts} onChange={(lines) => change({ lines })} />
            </Field>
          )}
          <Field title={kind === 'transfer' ? '说明（可以不写）' : '做什么用的'}>
            <TextBox
              label='做什么用的'
              rows={3}
              value={value.purpose}
              limit={PURPOSE_LIMIT}
              placeholder={purposeHint(kind, value)}
              onChange={(purpose) => change({ purpose })}
            />
          </Field>
          <DayField title='哪天的' value={day} months={open} today={today} onChange={(on) => change({ on })} />
          <Field title='票据照片' note='收据、回单、通知，没有可以不拍'>
            <PhotoPicker photos={value.photos} limit={PHOTOS} onChange={(photos) => change({ photos })} />
          </Field>
        </Card>
      )}
    </FormFrame>
  )
}

function purposeHint(kind: EntryKind, value: EntryValue): string {
  if (kind === 'transfer') return `不写就记成“${transferWords(value)}”`
  return kind === 'income' ? '比如：鱼塘今年的租金' : '一句话，村里人一看就懂'
}

/** Where there is only one place for money, there is nothing to choose. */
function emptyOf(kind: EntryKind, { accounts }: KeeperAnswer): EntryValue {
  const places = moneyPlaces(accounts)
  const [only, second] = places
  if (kind === 'opening') return { ...EMPTY_ENTRY, lines: openingLines(places) }
  return { ...EMPTY_ENTRY, place: kind === 'income' && only !== undefined && second === undefined ? only.code : '' }
}
