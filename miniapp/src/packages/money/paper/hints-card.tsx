import { Text, View } from '@tarojs/components'
import type { HintView } from '@huiying/shared/expenses'
import { openExpense } from '@/features/expenses/ways'
import { hintWords } from '@/features/expenses/words'
import { aria } from '@/ui/aria'
import { pressHandlers } from '@/ui/button'
import { Icon } from '@/ui/icon'
import styles from './paper.module.scss'

/** Enough to see whether there is something in it; a longer list would hide the hints below. */
const LINKS = 3

/** What a signer should look at twice. Calm: most of it has a good reason. */
export function HintsCard({ hints }: { readonly hints: readonly HintView[] }) {
  if (hints.length === 0) return null
  return (
    <View className={styles.hints} {...aria({ role: 'list', label: '请多看一眼' })}>
      {hints.map((hint, index) => (
        <Hint key={`${hint.kind}-${index}`} hint={hint} />
      ))}
    </View>
  )
}

function Hint({ hint }: { readonly hint: HintView }) {
  const { title, note } = hintWords(hint)
  return (
    <View className={styles.hint} {...aria({ role: 'listitem' })}>
      <Icon name='info' />
      <View className={styles.hintWords}>
        <View className={styles.hintTitle}>{title}</View>
        <View>{note}</View>
        {hint.links.slice(0, LINKS).map(({ expenseId, purpose }) => (
          <View
            key={expenseId}
            className={styles.link}
            {...pressHandlers(() => openExpense(expenseId))}
            {...aria({ role: 'button' })}
          >
            <Text>看那一张：{purpose}</Text>
            <Icon name='chevron-right' size={18} />
          </View>
        ))}
        {hint.links.length > LINKS && <View>还有 {hint.links.length - LINKS} 张</View>}
      </View>
    </View>
  )
}
