import { Text, View } from '@tarojs/components'
import { DECISION_METHOD_NAMES, VOUCHER_KIND_NAMES, type ContentView } from '@huiying/shared/expenses'
import { formatYuan, type CalendarDate } from '@huiying/shared/kernel'
import { dayName } from '@/features/ledger/words'
import { personWords } from '@/features/tickets/words'
import { apiUrl } from '@/platform/request'
import { Card } from '@/ui/card'
import { PhotoRow } from '@/ui/photo-row'
import { unbroken } from '@/ui/unbroken'
import { VoiceNote } from '@/ui/voice-note'
import { Facts } from './facts'
import styles from './paper.module.scss'

/** What the money is for, as it was written or said. */
export function StatementCard({ statement }: Pick<ContentView, 'statement'>) {
  const { text, voice } = statement
  return (
    <Card title='说明'>
      {text !== '' && <View className={styles.text}>{text}</View>}
      {text === '' && voice === null && <View className={styles.quiet}>还没写</View>}
      {voice !== null && <VoiceNote url={apiUrl(voice.url)} durationMs={voice.durationMs} label='说明' />}
    </Card>
  )
}

/** To whom, from where, for which things. */
export function PayCard({ content }: { readonly content: ContentView }) {
  const { payee, payFrom, incurredOn, account, items, handler, witness } = content
  return (
    <Card title='付给谁'>
      <Facts
        facts={[
          ['收款', payee.name === '' ? '还没写' : payee.name],
          ['账号', payee.maskedAccount],
          ['从哪里付', payFrom.name],
          ['日期', dayWithYear(incurredOn)],
          ['花在', account.plainName],
          ['经手人', handler === null ? null : personWords(handler)],
          ['证明人', witness === null ? null : personWords(witness)],
        ]}
      />
      {items.length > 0 && <View className={styles.subtitle}>明细</View>}
      {items.map((item, index) => (
        <View key={index} className={styles.item}>
          <View className={styles.itemName}>
            {item.name}
            {item.quantity !== '' && <Text className={styles.quantity}>{item.quantity}</Text>}
          </View>
          <View className={styles.itemMoney}>{formatYuan(item.amountFen)}</View>
        </View>
      ))}
    </Card>
  )
}

/** Invoices, receipts and photos; a tap shows them large. */
export function VouchersCard({ vouchers }: Pick<ContentView, 'vouchers'>) {
  const photos = vouchers.flatMap(({ photo }) => photo === null ? [] : [photo])
  return (
    <Card title={vouchers.length === 0 ? '票据' : `票据 ${vouchers.length} 张`}>
      {vouchers.length === 0 && <View className={styles.quiet}>还没有照片</View>}
      <PhotoRow photos={photos} label='票据' />
      {vouchers.map(({ fileId, kind, issuerName, invoice, photo }, index) => (
        <View key={fileId} className={styles.voucher}>
          {[
            `${index + 1}. ${VOUCHER_KIND_NAMES[kind]}`,
            issuerName === null ? '' : `${issuerName}开的`,
            invoice === null ? '' : `号码 ${[invoice.code, invoice.number].filter(Boolean).join(' ')}`,
            photo === null ? '照片遮好个人信息再给您看' : '',
          ].filter((part) => part !== '').join('，')}
        </View>
      ))}
    </Card>
  )
}

/** The village's decision it rests on, with what is left of it. */
export function DecisionCard({ decision }: Pick<ContentView, 'decision'>) {
  if (decision === null) return null
  const { title, method, passedOn, budgetFen, usedFen, presentCount, yesCount, photos, isVoided } = decision
  return (
    <Card title='村里的决定'>
      <View className={styles.text}>{title}</View>
      {isVoided && <View className={styles.warning}>这个决定已经作废</View>}
      <Facts
        facts={[
          ['怎么定的', DECISION_METHOD_NAMES[method]],
          ['哪天', dayWithYear(passedOn)],
          ['到会', unbroken(`${presentCount} 人，同意 ${yesCount} 人`)],
          ['批了', formatYuan(budgetFen)],
          ['已经用', formatYuan(usedFen)],
        ]}
      />
      <PhotoRow photos={photos} label='会议记录' />
    </Card>
  )
}

/** "2026年11月22日": what is signed says its day outright; "今天" would say another one tomorrow. */
function dayWithYear(on: CalendarDate): string {
  return unbroken(`${on.slice(0, 4)}年${dayName(on)}`)
}
