import { View } from '@tarojs/components'
import { chinaDateOf, formatDate } from '@huiying/shared/kernel'
import { SEAL_KIND_NAMES, SEAL_STATUS_NAMES, type SealView } from '@huiying/shared/seal'
import { SEAL_TONES, standingWords } from '@/features/seal/words'
import { Card } from '@/ui/card'
import { PhotoRow } from '@/ui/photo-row'
import { Tag } from '@/ui/tag'
import { unbroken } from '@/ui/unbroken'
import styles from './paper.module.scss'

/** What is to be sealed, for whom, on how many copies; and where it stands. */
export function SealHead({ seal }: { readonly seal: SealView }) {
  const { status, village, title, kind, counterparty, copies } = seal
  return (
    <Card>
      <View className={styles.top}>
        <Tag tone={SEAL_TONES[status] ?? 'plain'}>{SEAL_STATUS_NAMES[status]}</Tag>
        <View className={styles.village}>{village.name}</View>
      </View>
      <View className={styles.title}>{title === '' ? '（还没写事由）' : title}</View>
      <View className={styles.copies}>{`盖 ${copies} 份`}</View>
      <View className={styles.standing}>{standingWords(seal)}</View>
      <Fact name='什么事' words={SEAL_KIND_NAMES[kind]} />
      <Fact name='对方' words={counterpartyWords(counterparty)} />
    </Card>
  )
}

/** The document itself: what lies under the seal must be the same. */
export function DocumentCard({ document }: Pick<SealView, 'document'>) {
  return (
    <Card title='要盖章的文件'>
      {document === null
        ? <View className={styles.quiet}>还没有照片</View>
        : <PhotoRow photos={[document.photo]} label='要盖章的文件' />}
    </Card>
  )
}

/** The joint meeting's consent, with its minutes. */
export function ConsentCard({ consent, now }: Pick<SealView, 'consent' | 'now'>) {
  return (
    <Card title='村“两委”联席会议'>
      {consent === null ? (
        <View className={styles.quiet}>还没有会议记录。没开会同意，不能盖章。</View>
      ) : (
        <>
          <Fact name='哪天开的' words={unbroken(formatDate(consent.heldOn, chinaDateOf(now)))} />
          {consent.minutes !== null && <PhotoRow photos={[consent.minutes]} label='会议记录' />}
        </>
      )}
    </Card>
  )
}

export function Fact({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <View className={styles.fact}>
      <View className={styles.factName}>{name}</View>
      <View className={styles.factWords}>{words}</View>
    </View>
  )
}

function counterpartyWords({ name, personId }: SealView['counterparty']): string {
  if (name === '') return '还没写'
  return personId === null ? name : `${name}（村里名册上的人）`
}
