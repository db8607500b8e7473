import { View } from '@tarojs/components'
import { ITEM_NAME_LIMIT, ITEMS_LIMIT, QUANTITY_LIMIT } from '@huiying/shared/expenses'
import { formatYuan } from '@huiying/shared/kernel'
import { aria } from '@/ui/aria'
import { Button, pressHandlers } from '@/ui/button'
import { Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Line } from '@/ui/field'
import { amountOf, itemsFen, newItem, type DraftItem } from './draft-value'
import type { PartProps } from './part-props'
import styles from './draft.module.scss'

/** What was bought, each with its share; the sum is held against the amount while one types. */
export function ItemsField({ draft, change }: PartProps) {
  const { items, amountText } = draft
  const put = (index: number, part: Partial<DraftItem>) =>
    change({ items: items.map((item, at) => (at === index ? { ...item, ...part } : item)) })
  return (
    <Card title='明细'>
      {items.map((item, index) => (
        <View key={index} className={styles.item}>
          <View className={styles.itemName}>
            <Line
              label={`第 ${index + 1} 样：什么`}
              value={item.name}
              placeholder='什么，比如水泥'
              maxLength={ITEM_NAME_LIMIT}
              onChange={(name) => put(index, { name })}
            />
          </View>
          <View className={styles.itemPart}>
            <Line
              label={`第 ${index + 1} 样：多少`}
              value={item.quantity}
              placeholder='40 袋'
              maxLength={QUANTITY_LIMIT}
              onChange={(quantity) => put(index, { quantity })}
            />
          </View>
          <View className={styles.itemPart}>
            <Line
              label={`第 ${index + 1} 样：多少钱`}
              value={item.amountText}
              placeholder={items.length === 1 && amountText !== '' ? amountText : '元'}
              keyboard='digit'
              maxLength={20}
              onChange={(text) => put(index, { amountText: text })}
            />
          </View>
          {items.length > 1 && (
            <View
              className={styles.remove}
              {...pressHandlers(() => change({ items: items.filter((_item, at) => at !== index) }))}
              {...aria({ role: 'button', label: `去掉第 ${index + 1} 样` })}
            >
              <Icon name='x' />
            </View>
          )}
        </View>
      ))}
      <View className={styles.sum}>{sumWords(draft)}</View>
      {items.length < ITEMS_LIMIT && (
        <Button icon='plus' onPress={() => change({ items: [...items, newItem()] })}>
          再加一样
        </Button>
      )}
    </Card>
  )
}

export function sumWords(draft: PartProps['draft']): string {
  const sum = itemsFen(draft)
  const amountFen = amountOf(draft.amountText)
  if (sum === null || amountFen === null) return '有个金额没看懂，请写成 1280 或 1280.50'
  if (sum === amountFen) return amountFen === 0 ? '' : `加起来 ${formatYuan(sum)}，对得上`
  const difference = formatYuan(Math.abs(amountFen - sum))
  return `加起来 ${formatYuan(sum)}，${sum < amountFen ? `还差 ${difference}` : `多了 ${difference}`}`
}
